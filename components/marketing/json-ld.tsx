/** Facts about the page for search engines (schema.org); `<` is written so that no text can end the script. */
export function JsonLd({ data }: { data: { "@type": string } & Record<string, unknown> }) {
  const text = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  return <script type="application/ld+json">{text}</script>;
}
