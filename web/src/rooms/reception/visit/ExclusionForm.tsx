import { Button, Textarea } from '@mantine/core';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useTranslation } from 'react-i18next';
import type { ClosingForm } from './CloseVisit';
import { ReasonChoices } from './ReasonChoices';
import classes from './visit.module.css';

export function ExclusionForm({ visit, closing, change, error, busy }: ClosingForm) {
  const { t } = useTranslation('reception');
  const errorAt = useFieldErrors(error, closing);
  return (
    <>
      <p className={classes.hint}>{t('exclusion.explain')}</p>
      <ReasonChoices
        storeId={visit.store_id}
        list="exclusion"
        label={t('exclusion.kind')}
        finerLabel={t('unfiled.why_exactly')}
        group={closing.exclusionGroup}
        reason={closing.exclusion}
        onChange={(exclusionGroup, exclusion) => change({ exclusionGroup, exclusion })}
        error={errorAt('/code')}
      />
      <Textarea
        label={t('field.story')}
        autosize
        minRows={2}
        value={closing.story}
        error={errorAt('/story')}
        onChange={(event) => change({ story: event.currentTarget.value })}
      />
      <FormProblem error={error} shown={['/code', '/story']} />
      <Button type="submit" size="lg" loading={busy} fullWidth>
        {t('closing.save_excluded')}
      </Button>
    </>
  );
}
