// PNG icons from public/icon.svg: npm run icons (CHROMIUM names another browser).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const svg = readFileSync('public/icon.svg', 'utf8');
// Android cuts its own shape out of a maskable icon: ground to the edge, the mark inside the safe circle.
const maskable = svg.replace('rx="14"', '').replace('<g ', '<g transform="translate(9.6 9.6) scale(.7)" ');
const folder = mkdtempSync(join(tmpdir(), 'icons-'));

for (const [file, size, drawing] of [
  ['icon-192.png', 192, svg],
  ['icon-512.png', 512, svg],
  ['icon-maskable-512.png', 512, maskable],
]) {
  const page = join(folder, 'icon.html');
  const sized = drawing.replace('<svg ', `<svg width="${size}" height="${size}" `);
  writeFileSync(page, `<style>html,body{margin:0}svg{display:block}</style>${sized}`);
  execFileSync(chromium, [
    ...['--headless', '--no-sandbox', '--hide-scrollbars', '--default-background-color=00000000'],
    ...[`--window-size=${size},${size}`, `--screenshot=${resolve('public', file)}`, `file://${page}`],
  ]);
}
