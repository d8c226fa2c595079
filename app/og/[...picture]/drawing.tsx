import type { ReactNode } from "react";
import { GLYPH } from "~/components/ui/app-icon";

export interface Drawing {
  title: string;
  line: string;
  from: "stripe" | "customerio" | "core";
  to: readonly ("stripe" | "customerio" | "core")[];
}

/** The light theme's colours; a picture knows no tokens. */
const INK = "#121c19";
const COLOR = { stripe: "#6a4a97", customerio: "#8a5d00", core: "#0a5d53" } as const;

/** The picture of a shared link: our mark, from which app to which, what it is. Inline styles: it is drawn, not rendered. */
export function draw({ title, line, from, to }: Drawing) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "64px 72px",
        background: "#f5f7f6",
        borderBottom: "16px solid #0d6b60",
        color: INK,
        fontFamily: "Geist",
      }}
    >
      <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center" }}>
        <div style={{ display: "flex", alignItems: "center", gap: 20, fontSize: 40 }}>
          <Mark />
          Billhook
        </div>
        <div style={{ display: "flex", alignItems: "center", gap: 20 }}>
          <Sign app={from} />
          <svg
            aria-hidden="true"
            width="44"
            height="44"
            viewBox="0 0 24 24"
            fill="none"
            stroke="#5f6b66"
            strokeWidth="2"
          >
            <path d="M4 12h15M13 6l6 6-6 6" />
          </svg>
          {to.map((app) => (
            <Sign key={app} app={app} />
          ))}
        </div>
      </div>
      <div style={{ display: "flex", flexDirection: "column", gap: 24 }}>
        <div style={{ fontSize: title.length > 48 ? 60 : 72, lineHeight: 1.12, letterSpacing: "-0.02em" }}>
          {title}
        </div>
        <div style={{ fontSize: 32, lineHeight: 1.35, color: "#48544f" }}>{line}</div>
      </div>
    </div>
  );
}

function Sign({ app }: { app: Drawing["from"] }): ReactNode {
  return (
    <div
      style={{
        display: "flex",
        padding: 16,
        border: "2px solid #dfe4e1",
        borderRadius: 20,
        background: "#ffffff",
      }}
    >
      <svg
        aria-hidden="true"
        width="56"
        height="56"
        viewBox="0 0 24 24"
        fill="none"
        stroke={COLOR[app]}
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {GLYPH[app]}
      </svg>
    </div>
  );
}

function Mark() {
  return (
    <svg aria-hidden="true" width="64" height="64" viewBox="0 0 32 32">
      <rect width="32" height="32" rx="8" fill="#0d6b60" />
      <path
        fill="#ffffff"
        d="M11 26V12.5C11 8.4 14.2 6 17.6 6c3.7 0 6.4 2.6 6.4 6 0 3-2 5.2-5.2 6.2 1.3-1.5 1.9-3.1 1.9-4.9 0-2.2-1.3-3.5-3-3.5-1.6 0-2.7 1.1-2.7 3.2V26z"
      />
    </svg>
  );
}
