import { Download } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";

interface ExportPanelProps {
  workspace: string;
  recipes: { id: string; name: string }[];
}

/** The failures as a file. A plain form: the browser saves what comes. */
export function ExportPanel({ workspace, recipes }: ExportPanelProps) {
  return (
    <Panel>
      <PanelHeader
        title="Failures as a file"
        description="Every run that failed or whose outcome is unknown, with its error and what to do about it."
      />
      <form
        method="get"
        action={`/w/${workspace}/settings/notifications/export`}
        className="grid gap-4 p-4 sm:grid-cols-2"
      >
        <Field id="export-recipe" label="Recipe" required>
          {(control) => (
            <Select {...control} required={false} name="recipe" defaultValue="">
              <option value="">All recipes</option>
              {recipes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="export-format" label="Format" required>
          {(control) => (
            <Select {...control} name="format" defaultValue="csv">
              <option value="csv">CSV, for a spreadsheet</option>
              <option value="json">JSON</option>
            </Select>
          )}
        </Field>
        <Field id="export-from" label="From" hint="Days are UTC.">
          {(control) => <Input {...control} type="date" name="from" />}
        </Field>
        <Field id="export-to" label="To, with that day">
          {(control) => <Input {...control} type="date" name="to" />}
        </Field>
        <Button type="submit" className="justify-self-start sm:col-span-2">
          <Download aria-hidden />
          Download
        </Button>
      </form>
    </Panel>
  );
}
