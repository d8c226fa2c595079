interface Told {
  path: string;
  severity: string;
  message: string;
  fix?: string | undefined;
}

/** `welcome.yaml:steps[0].input error This is missing. Give it a value.` */
export function problemLine(file: string | null, { path, severity, message, fix }: Told): string {
  return `${file}:${path} ${severity} ${message}${fix ? ` ${fix}` : ""}`;
}
