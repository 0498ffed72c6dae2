import { Button, Textarea } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { Choices } from '@platform/form/Choices';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { QueryView } from '@platform/show/QueryView';
import { useTranslation } from 'react-i18next';
import { useReasons } from '../api';
import { inUse } from '../visits/labels';
import type { ClosingForm } from './CloseVisit';
import classes from './visit.module.css';

export function ExclusionForm({ visit, closing, change, error, busy }: ClosingForm) {
  const { t } = useTranslation('reception');
  const errorAt = useFieldErrors(error);
  const format = useFormat();
  const kinds = useReasons(visit.store_id, 'exclusion');
  return (
    <>
      <p className={classes.hint}>{t('exclusion.explain')}</p>
      <QueryView query={kinds}>
        {(data) => (
          <Choices
            label={t('exclusion.kind')}
            options={inUse(data).map((entry) => ({ value: entry.code, label: format.label(entry) }))}
            value={closing.exclusion}
            onChange={(exclusion) => change({ exclusion })}
            error={errorAt('/code')}
          />
        )}
      </QueryView>
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
