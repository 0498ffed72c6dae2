import { Button, Drawer, SimpleGrid, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Problem } from '@platform/api/problem';
import type { AppointmentPurpose } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { TimeField } from '@platform/form/TimeField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../following/following.module.css';
import { CarFields } from './CarFields';
import { DayChoice } from './DayChoice';
import { purposes } from './planning';
import { usePlan, type Planned, type Whom } from './usePlan';
import { WhomPicker } from './WhomPicker';

const shown = ['/purpose', '/day', '/at', '/starts_at', '/note', '/car_id', '/minutes', '/drive', '/whom'];

export type PlanSheetProps = { planned: Planned; onClose: () => void };

/** When they come and what for; for a test drive also the car, which nobody else gets meanwhile. */
export default function PlanSheet({ planned, onClose }: PlanSheetProps) {
  const { t } = useTranslation('prospects/plans');
  const phone = useMediaQuery('(max-width: 36em)');
  const [chosen, setChosen] = useState<Whom | null>(planned.whom);
  const { plan, change, save, error, busy, store } = usePlan(planned, onClose);
  const [nobody, setNobody] = useState(false);
  const errorAt = useFieldErrors(error, plan);
  const { appointment, drive } = planned;
  const drives = plan.purpose === 'test_drive';
  const at = errorAt('/at') ?? errorAt('/starts_at');
  const conflict = error instanceof Problem && error.status === 412;
  return (
    <Drawer
      opened
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '94%' : 520}
      title={<strong>{titleOf()}</strong>}
      classNames={{ content: classes.sheet, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setNobody(!chosen && !appointment && !drive);
          if (chosen || appointment || drive) save(chosen);
        }}
      >
        {!planned.whom && !appointment && !drive && (
          <WhomPicker
            storeId={planned.storeId}
            whom={chosen}
            onChange={setChosen}
            error={nobody && !chosen ? t('wrong.whom') : undefined}
          />
        )}
        {!drive && (
          <Choices<AppointmentPurpose>
            label={t('purpose_label')}
            options={purposes.map((each) => ({ value: each, label: t(`purpose.${each}`) }))}
            value={plan.purpose}
            onChange={(purpose) => change({ purpose, now: purpose === 'test_drive' && plan.now })}
            error={errorAt('/purpose')}
          />
        )}
        <DayChoice
          plan={plan}
          change={change}
          offersNow={drives && !appointment && !drive}
          error={errorAt('/day')}
          timeError={plan.now ? at : undefined}
          store={store}
        />
        {!plan.now && (
          <SimpleGrid cols={2} spacing="sm">
            <TimeField
              label={t('time')}
              value={plan.time ?? ''}
              error={at}
              onChange={(time) => change({ time })}
            />
          </SimpleGrid>
        )}
        {drives && !appointment && (
          <CarFields
            plan={plan}
            change={change}
            errorAt={errorAt}
            store={store}
            needed={plan.now || drive !== undefined}
            but={drive?.id}
          />
        )}
        {appointment?.drive && (
          <p className={classes.hint}>{t('car_moves_too', { car: appointment.drive.car.name })}</p>
        )}
        {!drive && !plan.now && (
          <TextInput
            label={t('note')}
            placeholder={t('note_hint')}
            maxLength={200}
            value={plan.note}
            error={errorAt('/note')}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        )}
        {conflict ? (
          <p className={classes.hint} role="alert">
            {t('edited_meanwhile')}
          </p>
        ) : (
          <FormProblem error={error} shown={shown} />
        )}
        <div className={classes.footer}>
          <Button type="submit" size="lg" fullWidth loading={busy} disabled={conflict}>
            {t(appointment || drive ? 'save_move' : plan.now ? 'save_now' : 'save')}
          </Button>
        </div>
      </form>
    </Drawer>
  );

  function titleOf() {
    const name = planned.whom?.name ?? appointment?.customer ?? drive?.customer ?? chosen?.name;
    if (drive) return t('title_drive', { name });
    if (appointment) return t('title_move', { name });
    return name ? t('title', { name }) : t('title_new');
  }
}
