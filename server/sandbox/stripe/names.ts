const FIRST = [
  "Amara",
  "Aiko",
  "Björn",
  "Camila",
  "Daniel",
  "Elif",
  "Farah",
  "Grace",
  "Hugo",
  "Ines",
  "Jonas",
  "Kofi",
  "Leila",
  "Mateo",
  "Nora",
  "Omar",
  "Priya",
  "Quinn",
  "Rosa",
  "Sven",
  "Tala",
  "Uma",
  "Viktor",
  "Wanjiru",
  "Yuki",
  "Zofia",
];
const LAST = [
  "Abebe",
  "Andersson",
  "Castillo",
  "Dubois",
  "Eriksen",
  "Fischer",
  "García",
  "Haddad",
  "Ivanova",
  "Jensen",
  "Kowalski",
  "Lindqvist",
  "Moreau",
  "Nakamura",
  "Okafor",
  "Patel",
  "Rossi",
  "Schmidt",
  "Tanaka",
  "Usman",
  "Varga",
  "Walsh",
  "Yılmaz",
  "Zhang",
];
const COMPANIES = [
  "acme",
  "brightside",
  "copperleaf",
  "driftwood",
  "evergreen",
  "foxglove",
  "harbor",
  "juniper",
  "lantern",
  "northwind",
  "orchard",
  "pinecrest",
  "quarry",
  "riverbend",
  "skylark",
  "tidewater",
];

function pick(list: readonly string[]): string {
  return list[Math.floor(Math.random() * list.length)] ?? "";
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/ı/g, "i")
    .replace(/[^\x20-\x7e]/g, "")
    .toLowerCase();
}

/** A made-up person; the address is in a reserved domain, so that no mail can ever reach anybody. */
export function randomPerson(): { name: string; email: string } {
  const [first, last] = [pick(FIRST), pick(LAST)];
  const digits = Math.floor(Math.random() * 90 + 10);
  return {
    name: `${first} ${last}`,
    email: `${plain(first)}.${plain(last)}${digits}@${pick(COMPANIES)}.example`,
  };
}

/** A made-up phone number from the range reserved for fiction. */
export function randomPhone(): string {
  return `+1 415 555 01${String(Math.floor(Math.random() * 100)).padStart(2, "0")}`;
}
