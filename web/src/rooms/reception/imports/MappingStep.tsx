import { Button, Group, NumberInput } from '@mantine/core';
import { isConflict } from '@platform/api/problem';
import { useDraft } from '@platform/drafts/drafts';
import { ConflictDialog } from '@platform/form/ConflictDialog';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importKey, saveMapping, tryOut, useImports, useImportStep } from './api';
import classes from './imports.module.css';
import { mappingOf, remembered, sameMapping, type Mapping } from './mapping';
import { MappingTable } from './MappingTable';
import { needed, type Field, type Import } from './types';

type Props = { of: Import; tried: () => void; back?: () => void };

export function MappingStep({ of, tried, back }: Props) {
  const { t } = useTranslation('reception/imports');
  const client = useQueryClient();
  const all = useImports(of.store_id);
  const draft = useDraft<Mapping>(`import.${of.id}`, mappingOf(of));
  // Until something is chosen here, the choices of the last file with these columns stand.
  const before = of.state === 'mapping' && !draft.touched ? remembered(of, all.data ?? []) : null;
  const value = before ?? draft.value;
  const change = (patch: Partial<Mapping>) => draft.change({ ...value, ...patch });

  const step = useImportStep(
    async (version: number) => {
      const saved = sameMapping(value, mappingOf(of)) ? of : await saveMapping(of, value, version);
      return tryOut(saved);
    },
    () => {
      draft.clear();
      tried();
    },
  );
  const errorAt = useFieldErrors(step.error);
  const theirs = isConflict(step.error) ? (step.error.current as Import | undefined) : undefined;
  const name = (field: Field | null | undefined) => (field ? t(`field.${field}`) : t('mapping.skip'));
  const complete = needed[of.kind].every((fields) =>
    value.columns.some((column) => column && fields.includes(column)),
  );
  const shown = ['/default_year', ...of.headers.map((_, at) => `/columns/${at}`)];

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate(of.version);
      }}
    >
      <p className={classes.intro}>{t(`mapping.text.${of.kind}`)}</p>
      {before && <p className={classes.hint}>{t('mapping.remembered')}</p>}
      <MappingTable
        of={of}
        columns={value.columns}
        change={(columns) => change({ columns })}
        errorAt={errorAt}
      />
      <div className={classes.under}>
        <NumberInput
          className={classes.year}
          label={t('mapping.year')}
          description={t('mapping.year_hint')}
          min={1990}
          max={2100}
          thousandSeparator=""
          hideControls
          value={value.default_year ?? ''}
          error={errorAt('/default_year')}
          onChange={(year) => change({ default_year: typeof year === 'number' ? year : null })}
        />
        {!complete && <p className={classes.due}>{t(`mapping.needed.${of.kind}`)}</p>}
        {!theirs && <FormProblem error={step.error} shown={shown} />}
        <Group>
          <Button type="submit" loading={step.isPending} disabled={!complete}>
            {t('mapping.try')}
          </Button>
          {back && (
            <Button variant="default" onClick={back}>
              {t('platform:cancel')}
            </Button>
          )}
        </Group>
        <p className="quiet">{t('mapping.try_text')}</p>
      </div>
      {theirs && (
        <ConflictDialog
          fields={[
            ...of.headers.map((header, at) => ({
              label: header || t('mapping.nameless', { number: at + 1 }),
              mine: name(value.columns[at]),
              theirs: name(theirs.columns[at]),
            })),
            { label: t('mapping.year'), mine: value.default_year, theirs: theirs.default_year },
          ]}
          busy={step.isPending}
          keepMine={() => step.mutate(theirs.version)}
          takeTheirs={() => {
            client.setQueryData(importKey(of.store_id, of.id), theirs);
            draft.clear();
            step.reset();
            tried();
          }}
          close={() => step.reset()}
        />
      )}
    </form>
  );
}
