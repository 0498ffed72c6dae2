import { Button } from '@mantine/core';
import { isConflict, Problem } from '@platform/api/problem';
import { sayFailure } from '@platform/show/toast';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@platform/session/session';
import { Confirm } from '../shared/Confirm';
import classes from '../shared/settings.module.css';
import type { Person } from '../types';
import { savePerson, valueOf } from './api';

type Props = { person: Person; done: (record: Person, saved: boolean) => void };

/** Leaving the house is not deleting: what a person did stays under their name. */
export function RetirePerson({ person, done }: Props) {
  const { t } = useTranslation('dealership/settings');
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: () => savePerson(person.id, { ...valueOf(person), retired: !person.retired }, person.version),
    onSuccess: (saved) => done(saved, true),
    onError: (error) => {
      setAsking(false);
      sayFailure(isConflict(error) ? t('changed_meanwhile') : reasonOf(error));
    },
  });
  if (person.id === me.id) return null;
  const way = person.retired ? 'restore' : 'retire';
  return (
    <section className={classes.part}>
      <h3>{t(`people.${way}`)}</h3>
      <p className="quiet">{t(`people.${way}_text`)}</p>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t(`people.${way}`)}
      </Button>
      {asking && (
        <Confirm
          title={t(`people.${way}_question`, { name: person.name })}
          text={t(`people.${way}_consequence`, { name: person.name })}
          action={t(`people.${way}`)}
          busy={change.isPending}
          run={() => change.mutate()}
          close={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function reasonOf(error: Error): string {
  return (error instanceof Problem && error.errors[0]?.detail) || error.message;
}
