// The pages people open first on a phone must stay light: entry, vendor, words and page chunks together.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = 250_000;
const pages = {
  Today: 'src/app/TodayPage.tsx',
  Hundred: 'src/rooms/improvement/hundred/HundredPage.tsx',
  Door: 'src/rooms/reception/door/DoorPage.tsx',
};
const always = ['index.html', 'src/app/words.zh.ts'];

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

function gather(key, files) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const needed of chunk.imports ?? []) gather(needed, files);
}

let over = false;
for (const [name, page] of Object.entries(pages)) {
  const files = new Set();
  for (const key of [...always, page]) gather(key, files);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
  console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB of script, gzip (budget ${budget / 1000} kB)`);
  over ||= bytes > budget;
}
if (over) process.exit(1);
