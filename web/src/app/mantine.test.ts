import { expect, it } from 'vitest';
import listed from './mantine.ts?raw';

const sources = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' });
const styles = import.meta.glob('../../node_modules/@mantine/core/styles/*.css', { query: '?url' });

/** Components that are built of others bring no file of their own: their parts are named here. */
const parts: Record<string, string[]> = {
  Select: ['Combobox'],
  MultiSelect: ['Combobox', 'PillsInput', 'Pill'],
  Autocomplete: ['Combobox'],
  Textarea: ['Input'],
  TextInput: ['Input'],
  FileInput: ['Input'],
};

it('imports the CSS of every Mantine component in use', () => {
  const has = (component: string) => `../../node_modules/@mantine/core/styles/${component}.css` in styles;
  const missing = new Set<string>();
  for (const text of Object.values(sources)) {
    for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const name of names.split(',').map((each) => each.trim())) {
        for (const part of [name, ...(parts[name] ?? [])]) {
          if (has(part) && !listed.includes(`/styles/${part}.css`)) missing.add(part);
        }
      }
    }
  }
  expect([...missing]).toEqual([]);
});
