import { Button, Textarea } from '@mantine/core';
import { minutesBetween } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { Choices } from '@platform/form/Choices';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useNow } from '@platform/now';
import { useTranslation } from 'react-i18next';
import type { ClosingForm } from './CloseVisit';
import { DoneToggles, LeftAt, ModelField } from './fields';
import { ReasonChoices } from './ReasonChoices';
import { registerPointers } from './register';
import { RegisterFields } from './RegisterFields';

/** Why did nobody get a contact? The question the whole system is about. */
export function UnfiledForm(form: ClosingForm) {
  const { t } = useTranslation('reception');
  const { visit, closing, change, error, busy } = form;
  const errorAt = useFieldErrors(error, closing);
  const format = useFormat();
  const now = useNow();
  const minutes = minutesBetween(visit.arrived_at, closing.leftAt ?? visit.left_at ?? now);
  return (
    <>
      <ReasonChoices
        storeId={visit.store_id}
        list="unfiled"
        label={t('unfiled.why')}
        finerLabel={t('unfiled.why_exactly')}
        group={closing.reasonGroup}
        reason={closing.reason}
        onChange={(reasonGroup, reason) => change({ reasonGroup, reason })}
        error={errorAt('/reason_code')}
      />
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
      <RegisterFields visit={visit} value={closing} change={change} errorAt={errorAt} />
      <FormProblem
        error={error}
        shown={[
          ...['/reason_code', '/story', '/asks', '/second_face', '/model_id', '/left_at'],
          ...registerPointers,
        ]}
      />
      <Button type="submit" size="lg" loading={busy} fullWidth>
        {t('closing.save_unfiled')}
      </Button>
    </>
  );
}
