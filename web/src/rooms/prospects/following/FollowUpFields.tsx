import { Textarea } from '@mantine/core';
import type { AppointmentPurpose, Card, FollowUpWay, PurchaseWhen } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { DayField } from '@platform/form/DayField';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { More } from '@platform/form/More';
import { newId } from '@platform/id';
import { useTranslation } from 'react-i18next';
import { faceToFace, mustAsk, surenesses, ways, whens, type FollowUp } from './followUp';
import classes from './following.module.css';
import { NextFields } from './NextFields';
import { purposes } from '../plans/planning';
import { wayIcons } from './wayIcons';

type Props = {
  card: Card;
  form: FollowUp;
  change: (patch: Partial<FollowUp>) => void;
  error: unknown;
};

export const shownFields = [
  ...['/way', '/reached', '/said', '/purchase_when', '/purchase_day', '/sureness'],
  ...['/next_on', '/next_at', '/next_way', '/promise', '/appointment'],
];

export function FollowUpFields({ card, form, change, error }: Props) {
  const { t } = useTranslation('prospects/following');
  const errorAt = useFieldErrors(error, form);
  const lost = form.ending === 'loss';
  return (
    <>
      <Choices<FollowUpWay>
        label={t('way')}
        three
        options={ways.map((way) => ({ value: way, label: <WayLabel way={way} /> }))}
        value={form.way}
        onChange={(way) => change({ way })}
        error={errorAt('/way')}
      />
      {!faceToFace(form.way) && (
        <Choices
          label={t('reached')}
          large
          options={[
            { value: 'yes', label: t('reached_yes') },
            { value: 'no', label: t('reached_no') },
          ]}
          value={form.reached === null ? null : form.reached ? 'yes' : 'no'}
          onChange={(answer) => change({ reached: answer === 'yes' })}
          error={errorAt('/reached')}
        />
      )}
      <Textarea
        label={t(lost ? 'why_lost' : 'said')}
        placeholder={t(lost ? 'why_lost_hint' : 'said_hint')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={500}
        value={form.said}
        error={errorAt('/said')}
        onChange={(event) => change({ said: event.currentTarget.value })}
      />
      {lost ? (
        <p className={classes.hint}>{t('loss_hint')}</p>
      ) : (
        <>
          <PurchaseFields card={card} form={form} change={change} errorAt={errorAt} />
          <NextFields
            form={form}
            change={change}
            errorAt={errorAt}
            storeId={card.store_id}
            usual={card.next_by}
          />
          {(form.nextTime || form.appointment) && (
            <Choices<AppointmentPurpose | 'none'>
              label={t('appointment')}
              options={[
                { value: 'none', label: t('no_appointment') },
                ...purposes.map((each) => ({ value: each, label: t(`prospects/plans:purpose.${each}`) })),
              ]}
              value={form.appointment ?? 'none'}
              onChange={(purpose) =>
                change({
                  appointment: purpose === 'none' ? null : purpose,
                  appointmentId: form.appointmentId ?? newId(),
                })
              }
              error={errorAt('/appointment')}
            />
          )}
        </>
      )}
      {!lost && (
        <More
          label={t('more')}
          said={[form.nextWay && t(`prospects:way.${form.nextWay}`)]}
          wrong={errorAt('/next_way') !== undefined}
        >
          <Choices<FollowUpWay>
            label={t('next_way')}
            options={ways.map((way) => ({ value: way, label: t(`prospects:way.${way}`) }))}
            value={form.nextWay}
            onChange={(nextWay) => change({ nextWay })}
            error={errorAt('/next_way')}
          />
        </More>
      )}
    </>
  );
}

function WayLabel({ way }: { way: FollowUpWay }) {
  const { t } = useTranslation('prospects');
  const Icon = wayIcons[way];
  return (
    <span className={classes.way}>
      <Icon size={20} stroke={1.6} aria-hidden />
      {t(`way.${way}`)}
    </span>
  );
}

type PartProps = Omit<Props, 'error' | 'change'> & {
  change: (patch: Partial<Pick<FollowUp, 'purchaseWhen' | 'purchaseDay' | 'sureness'>>) => void;
  errorAt: (pointer: string) => string | undefined;
};

/** Asked every time; of somebody whose day nobody knows it must be answered. */
export function PurchaseFields({ card, form, change, errorAt }: PartProps) {
  const { t } = useTranslation('prospects/following');
  const known = card.grade !== 'N';
  const options = [
    ...(known ? [{ value: 'same' as const, label: t('same') }] : []),
    ...whens.map((when) => ({ value: when, label: t(`prospects:when.${when}`) })),
  ];
  return (
    <>
      <Choices<PurchaseWhen | 'same'>
        label={t(mustAsk(form, card) ? 'when_needed' : 'when')}
        options={options}
        value={form.purchaseWhen ?? (known ? 'same' : null)}
        onChange={(when) => change({ purchaseWhen: when === 'same' ? null : when })}
        error={errorAt('/purchase_when')}
      />
      {form.purchaseWhen === 'date' && (
        <DayField
          label={t('purchase_day')}
          value={form.purchaseDay}
          error={errorAt('/purchase_day')}
          onChange={(purchaseDay) => change({ purchaseDay })}
          onClear={() => change({ purchaseDay: null })}
        />
      )}
      {form.purchaseWhen !== null && form.purchaseWhen !== 'unknown' && (
        <Choices
          label={t('sureness')}
          options={surenesses.map((each) => ({ value: each, label: t(`prospects:sureness.${each}`) }))}
          value={form.sureness}
          onChange={(sureness) => change({ sureness })}
          error={errorAt('/sureness')}
        />
      )}
    </>
  );
}
