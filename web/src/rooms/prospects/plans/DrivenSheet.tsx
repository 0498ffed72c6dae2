import { Button, Drawer, NumberInput, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Problem } from '@platform/api/problem';
import type { Card, TestDrive } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { Choices } from '@platform/form/Choices';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { say } from '@platform/show/toast';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useCard } from '../api';
import { cardAddress } from '../CardRow';
import { refusalOf, wrongsOf } from '../following/followUp';
import { PurchaseFields } from '../following/FollowUpFields';
import classes from '../following/following.module.css';
import { NextFields } from '../following/NextFields';
import { finishDrive, usePlanChange } from './api';
import { beginDriven, drivenBody, type DrivenForm } from './driven';

const shown = [
  ...['/licence_seen', '/odometer', '/said', '/purchase_when', '/purchase_day', '/sureness'],
  ...['/next_on', '/next_at', '/promise'],
];

type Props = { drive: TestDrive; onClose: () => void };

/** They are back: it is a follow-up like any other, and nobody leaves without the next date. */
export default function DrivenSheet({ drive, onClose }: Props) {
  const { t } = useTranslation('prospects/plans');
  const phone = useMediaQuery('(max-width: 36em)');
  const card = useCard(drive.store_id, drive.card_id ?? '');
  return (
    <Drawer
      opened
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '94%' : 520}
      title={<strong>{t('title_driven', { name: drive.customer })}</strong>}
      classNames={{ content: classes.sheet, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <QueryView query={card}>
        {(page) => <Form drive={drive} card={page.card} onClose={onClose} />}
      </QueryView>
    </Drawer>
  );
}

function Form({ drive, card, onClose }: Props & { card: Card }) {
  const { t } = useTranslation('prospects/plans');
  const store = useStoreById(drive.store_id);
  const format = useFormat(store);
  const navigate = useNavigate();
  const here = useLocation().pathname;
  const initial = useMemo(() => beginDriven(), []);
  const draft = useDraft<DrivenForm>(`driven.${drive.id}`, initial);
  const form = draft.value;
  const [missing, setMissing] = useState<unknown>(null);
  const finish = usePlanChange(
    () => finishDrive(drive, drivenBody(form, store.time_zone)),
    () => {
      draft.clear();
      say(t('driven_done'));
      onClose();
      // There the grade that usually follows is suggested.
      if (here !== cardAddress(card)) void navigate(cardAddress(card));
    },
  );
  const error = missing ?? finish.error;
  const errorAt = useFieldErrors(error, form);
  const submit = () => {
    const wrong = refusalOf(wrongsOf(form, card, format.dayOf(Date.now())), (rule) =>
      t(`prospects/following:wrong.${rule}`),
    );
    const errors = [
      ...(form.licenceSeen === null
        ? [{ pointer: '/licence_seen', code: 'licence', detail: t('wrong.licence') }]
        : []),
      ...(wrong?.errors ?? []),
    ];
    if (errors.length > 0) return setMissing(new Problem(422, { detail: t('wrong.some'), errors }));
    setMissing(null);
    finish.mutate(undefined);
  };
  const fields = { form, change: draft.change, errorAt };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={`numbers ${classes.hint}`}>
        {drive.car.name} · {format.time(drive.starts_at)}–{format.time(drive.ends_at)}
      </p>
      <Choices
        label={t('licence')}
        large
        options={[
          { value: 'yes', label: t('licence_yes') },
          { value: 'no', label: t('licence_no') },
        ]}
        value={form.licenceSeen === null ? null : form.licenceSeen ? 'yes' : 'no'}
        onChange={(answer) => draft.change({ licenceSeen: answer === 'yes' })}
        error={errorAt('/licence_seen')}
      />
      <Textarea
        label={t('said')}
        placeholder={t('said_hint')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={500}
        value={form.said}
        error={errorAt('/said')}
        onChange={(event) => draft.change({ said: event.currentTarget.value })}
      />
      <PurchaseFields card={card} {...fields} />
      <NextFields {...fields} storeId={card.store_id} usual={card.next_by} />
      <NumberInput
        label={t('odometer')}
        min={0}
        max={9_999_999}
        allowDecimal={false}
        thousandSeparator=","
        hideControls
        inputMode="numeric"
        value={form.odometer ?? ''}
        error={errorAt('/odometer')}
        onChange={(odometer) => draft.change({ odometer: typeof odometer === 'number' ? odometer : null })}
      />
      <FormProblem error={error} shown={shown} />
      <div className={classes.footer}>
        <Button type="submit" size="lg" fullWidth loading={finish.isPending}>
          {t('save_driven')}
        </Button>
      </div>
    </form>
  );
}
