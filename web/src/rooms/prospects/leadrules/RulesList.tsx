import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import type { LeadRules } from './api';
import classes from './leadrules.module.css';

/** The rules in their order, and what happens to every other lead. */
export function RulesList({ rules }: { rules: LeadRules['rules'] }) {
  const { t } = useTranslation('prospects/leadrules');
  const { language } = useFormat();
  const listed = (words: string[]) => words.join(language === 'zh' ? '、' : ', ');
  return (
    <ol className={classes.rules}>
      {rules.map((rule, at) => {
        const conditions = [
          rule.provider && t('is_provider', { provider: rule.provider }),
          rule.model && t('is_model', { model: rule.model }),
          rule.language && t(`language.${rule.language}`),
        ].filter((each) => each !== null && each !== '');
        return (
          <li key={at}>
            <span>{conditions.length > 0 ? conditions.join(' · ') : t('any')}</span>
            <strong>
              {rule.people.length > 0 ? listed(rule.people.map(({ name }) => name)) : t('on_duty')}
            </strong>
          </li>
        );
      })}
      <li>
        <span className="quiet">{t(rules.length > 0 ? 'all_others' : 'any')}</span>
        <span className="quiet">{t('on_duty')}</span>
      </li>
    </ol>
  );
}
