/** How countries are called, and their people's adjective, by ISO code. */
const NAMES: Readonly<Record<string, string>> = {
  AE: "uae|emirates|emirati",
  AR: "argentina|argentinian|argentine",
  AT: "austria|austrian",
  AU: "australia|australian",
  BE: "belgium|belgian",
  BR: "brazil|brazilian",
  CA: "canada|canadian",
  CH: "switzerland|swiss",
  CL: "chile|chilean",
  CN: "china|chinese",
  CO: "colombia|colombian",
  CZ: "czechia|czech",
  DE: "germany|german|deutschland",
  DK: "denmark|danish",
  EE: "estonia|estonian",
  ES: "spain|spanish",
  FI: "finland|finnish",
  FR: "france|french",
  GB: "uk|britain|british|england|english",
  GR: "greece|greek",
  HU: "hungary|hungarian",
  ID: "indonesia|indonesian",
  IE: "ireland|irish",
  IL: "israel|israeli",
  IN: "india|indian",
  IT: "italy|italian",
  JP: "japan|japanese",
  KR: "korea|korean",
  LU: "luxembourg",
  MX: "mexico|mexican",
  MY: "malaysia|malaysian",
  NL: "netherlands|dutch|holland",
  NO: "norway|norwegian",
  NZ: "zealand",
  PH: "philippines|filipino",
  PL: "poland|polish",
  PT: "portugal|portuguese",
  RO: "romania|romanian",
  SE: "sweden|swedish",
  SG: "singapore|singaporean",
  TH: "thailand|thai",
  TR: "turkey|turkish",
  UA: "ukraine|ukrainian",
  US: "usa|america|american|us",
  VN: "vietnam|vietnamese",
  ZA: "africa",
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split("|").map((name) => [name, code] as const)),
);

/** The country a word names. Two capitals count as its code; "us" only when it is written so. */
export function countryOf(word: string): string | null {
  if (/^(US|U\.S\.|USA)$/.test(word)) return "US";
  if (word.toLowerCase() === "us") return null;
  if (/^[A-Z]{2}$/.test(word) && (word === "UK" || word in NAMES)) return word === "UK" ? "GB" : word;
  return BY_NAME.get(word.toLowerCase()) ?? null;
}
