import { Button, Textarea } from '@mantine/core';
import type { ListEntry } from '@platform/api/types';
import { minutesBetween } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { Choices } from '@platform/form/Choices';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useNow } from '@platform/now';
import { QueryView } from '@platform/show/QueryView';
import { useTranslation } from 'react-i18next';
import { useReasons } from '../api';
import { below, inUse, topLevel } from '../visits/labels';
import type { ClosingForm } from './CloseVisit';
import { DoneToggles, LeftAt, ModelField } from './fields';

/** A group with a single reason needs no second question. */
const onlyOne = (entries: ListEntry[]) => (entries.length === 1 ? (entries[0]?.code ?? null) : null);

/** Why did nobody get a contact? The question the whole system is about. */
export function UnfiledForm(form: ClosingForm) {
  const { t } = useTranslation('reception');
  const { visit, closing, change, error, busy } = form;
  const errorAt = useFieldErrors(error);
  const format = useFormat();
  const now = useNow();
  const reasons = useReasons(visit.store_id, 'unfiled');
  const minutes = minutesBetween(visit.arrived_at, closing.leftAt ?? visit.left_at ?? now);
  return (
    <>
      <QueryView query={reasons}>
        {(data) => {
          const entries = inUse(data);
          const finer = below(entries, closing.reasonGroup);
          return (
            <>
              <Choices
                label={t('unfiled.why')}
                large
                options={topLevel(entries).map((entry) => ({
                  value: entry.code,
                  label: format.label(entry),
                }))}
                value={closing.reasonGroup}
                onChange={(reasonGroup) =>
                  change({ reasonGroup, reason: onlyOne(below(entries, reasonGroup)) })
                }
                error={finer.length <= 1 ? errorAt('/reason_code') : undefined}
              />
              {finer.length > 1 && (
                <Choices
                  label={t('unfiled.why_exactly')}
                  options={finer.map((entry) => ({ value: entry.code, label: format.label(entry) }))}
                  value={closing.reason}
                  onChange={(reason) => change({ reason })}
                  error={errorAt('/reason_code')}
                />
              )}
            </>
          );
        }}
      </QueryView>
      <Textarea
        label={t('unfiled.story')}
        placeholder={t('unfiled.story_hint')}
        autosize
        minRows={2}
        value={closing.story}
        error={errorAt('/story')}
        onChange={(event) => change({ story: event.currentTarget.value })}
      />
      <Choices
        label={t('unfiled.asks')}
        options={[
          { value: '0', label: t('unfiled.asks_0') },
          { value: '1', label: t('unfiled.asks_1') },
          { value: '2', label: t('unfiled.asks_2') },
        ]}
        value={closing.asks}
        onChange={(asks) => change({ asks })}
        error={errorAt('/asks')}
      />
      <Choices
        label={t('unfiled.second_face')}
        options={[
          { value: 'yes', label: t('platform:yes') },
          { value: 'no', label: t('platform:no') },
        ]}
        value={closing.secondFace}
        onChange={(secondFace) => change({ secondFace })}
        error={errorAt('/second_face')}
      />
      <ModelField {...form} />
      <DoneToggles {...form} />
      <p className="quiet numbers">{t('unfiled.stayed', { span: format.span(minutes) })}</p>
      <LeftAt {...form} />
      <FormProblem
        error={error}
        shown={['/reason_code', '/story', '/asks', '/second_face', '/model_id', '/left_at']}
      />
      <Button type="submit" size="lg" loading={busy} fullWidth>
        {t('closing.save_unfiled')}
      </Button>
    </>
  );
}
