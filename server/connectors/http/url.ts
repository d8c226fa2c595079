/** Ports of other protocols, as the fetch standard lists them: text that we send must mean nothing there. */
const OTHER_PROTOCOLS = new Set(
  `0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135
  137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719
  1720 1723 2049 3659 4045 4190 5060 5061 6000 6379 6566 6665 6666 6667 6668 6669 6679 6697 10080 11211`.split(
    /\s+/,
  ),
);

const LONGEST = 8_000;

/** An absolute http(s) address as one thing, or why it is none, in words that follow its name. */
export function readUrl(text: string): URL | string {
  const trimmed = text.trim();
  // Parsers drop or turn these, so that what one reads is not what the next one calls.
  if (/[\p{Cc}\\]/u.test(trimmed)) return "must hold no line break and no backslash.";
  if (!/^https?:\/\/[^/?#]/i.test(trimmed) || !URL.canParse(trimmed))
    return "must be a whole address like https://api.example.com/things.";
  if (trimmed.length > LONGEST) return `must not be longer than ${LONGEST} characters.`;
  const url = new URL(trimmed);
  if (url.username || url.password || /^https?:\/\/[^/?#]*@/i.test(trimmed))
    return "must hold no user name and no password. Choose a connection that holds them.";
  if (OTHER_PROTOCOLS.has(url.port)) return `names port ${url.port}, which is of another protocol.`;
  url.hash = "";
  return url;
}
