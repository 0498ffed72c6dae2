// Generates the types of what the server speaks from its own description; --check only tells whether they are current.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const description = new URL('../../docs/api/openapi.json', import.meta.url);
const target = new URL('../src/platform/api/schema.ts', import.meta.url);

// Only the schemas: the web app asks by path itself, and a type for every path would be ten times the file.
const api = JSON.parse(await readFile(description, 'utf8'));
const { schemas } = api.components;
const tree = await openapiTS({ openapi: api.openapi, info: api.info, paths: {}, components: { schemas } });
const components = tree.filter((node) => node.name?.text === 'components');
const text = `// Generated from docs/api/openapi.json by "npm run api-types".\n\n${astToString(components)}`;

if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if (text !== (await readFile(target, 'utf8').catch(() => ''))) {
  console.error('src/platform/api/schema.ts is not what docs/api/openapi.json says: npm run api-types');
  process.exitCode = 1;
}
