import type { Language } from '@platform/api/types';

type Choice = { value: string; label: string };

// Browsers name regions but do not list them (ISO 3166-1).
const countryCodes =
  'CN HK MO TW SG MY AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ ' +
  'CA CD CF CG CH CI CL CM CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GI ' +
  'GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI ' +
  'LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG ' +
  'PH PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM ' +
  'TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW';

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en');
const remembered = new Map<string, Choice[]>();

/** Naming four hundred time zones takes a moment: once per language is enough. */
function once(kind: string, language: Language, make: () => Choice[]): Choice[] {
  const key = `${kind}.${language}`;
  const found = remembered.get(key) ?? make();
  remembered.set(key, found);
  return found;
}

function withCurrent(choices: Choice[], current: string): Choice[] {
  const known = current === '' || choices.some(({ value }) => value === current);
  return known ? choices : [{ value: current, label: current }, ...choices];
}

export function zoneName(zone: string, language: Language): string {
  try {
    const parts = new Intl.DateTimeFormat(locale(language), {
      timeZone: zone,
      timeZoneName: 'longGeneric',
    }).formatToParts(0);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
    return name && name !== zone ? `${name} (${zone})` : zone;
  } catch {
    return zone;
  }
}

export function zones(language: Language, current: string): Choice[] {
  const all = once('zones', language, () =>
    Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zoneName(zone, language) })),
  );
  return withCurrent(all, current);
}

export function currencyName(code: string, language: Language): string {
  const name = new Intl.DisplayNames(locale(language), { type: 'currency' }).of(code);
  return name && name !== code ? `${name} (${code})` : code;
}

export function currencies(language: Language, current: string): Choice[] {
  const all = once('currencies', language, () => {
    const names = new Intl.DisplayNames(locale(language), { type: 'currency' });
    const codes = Intl.supportedValuesOf('currency').filter((code) => code !== 'CNY');
    return ['CNY', ...codes].map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }));
  });
  return withCurrent(all, current);
}

export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(locale(language), { type: 'region' }).of(code) ?? code;
}

export function countries(language: Language, current: string): Choice[] {
  const all = once('countries', language, () => {
    const names = new Intl.DisplayNames(locale(language), { type: 'region' });
    return countryCodes.split(' ').map((code) => ({ value: code, label: names.of(code) ?? code }));
  });
  return withCurrent(all, current);
}
