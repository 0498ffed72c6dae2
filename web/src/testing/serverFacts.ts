/** What the server can announce, read from its sources: a new fact is missed here before a reader misses it. */
const headers = import.meta.glob<string>('../../../server/**/*.h', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const sources = import.meta.glob<string>(['../../../server/**/*.cpp', '!**/*_test.cpp'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

const found = (files: Record<string, string> | string[], pattern: RegExp) => [
  ...new Set(
    Object.values(files).flatMap((text) => [...text.matchAll(pattern)].map(([, word = '']) => word)),
  ),
];

/** visit_opened, set_up_changed, ... */
export const factKinds = found(headers, /string_view kind = "(\w+)"/g).sort();

const announcing = Object.fromEntries(
  Object.entries(sources).filter(([, text]) => text.includes('announce')),
);

/** What facts are about: visit, person, ... In every announcement the kind of the subject stands before its id. */
export const subjectKinds = found(announcing, /"(\w+)", (?:std::string\()?(?:\w+(?:\.|->))?\w*id\b/g).sort();

/** What a change of the set-up may be: created, retired, ... */
export const setUpActions = found(
  found(announcing, /(.*(?:SetUpChanged\{|announce_change\(tx).*)/g),
  /"(\w+)"/g,
).filter((word) => !subjectKinds.includes(word));
