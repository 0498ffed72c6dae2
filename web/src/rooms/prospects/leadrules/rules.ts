import type { Schemas } from '@platform/api/types';

/** A rule as it is typed; `key` only tells the rows of the form apart. */
export type Rule = {
  key: string;
  provider: string;
  model: string;
  language: 'zh' | 'other' | null;
  people: string[];
};

export const emptyRule = (key: string): Rule => ({
  key,
  provider: '',
  model: '',
  language: null,
  people: [],
});

export const typedOf = (rules: Schemas['LeadRuleView'][]): Rule[] =>
  rules.map((rule, at) => ({
    key: String(at),
    provider: rule.provider ?? '',
    model: rule.model ?? '',
    language: rule.language,
    people: rule.people.map(({ id }) => id),
  }));

export const sent = ({ provider, model, language, people }: Rule) => ({
  provider: provider.trim() || null,
  model: model.trim() || null,
  language,
  people,
});

/** The rule one place further up or down; it stays where there is no place. */
export function moved(rules: Rule[], from: number, by: 1 | -1): Rule[] {
  const to = from + by;
  const [rule, other] = [rules[from], rules[to]];
  if (!rule || !other) return rules;
  return rules.with(from, other).with(to, rule);
}
