import { Button, Group, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { address } from '@platform/api/client';
import { useFormat } from '@platform/format/useFormat';
import { FormProblem } from '@platform/form/FormProblem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bringIn, refusedPath, useImportStep } from './api';
import classes from './imports.module.css';
import { Rows } from './Rows';
import type { Import, Result } from './types';

const results: Result[] = ['create', 'match', 'refuse'];

/** After the trial: what would happen. After the run: what has happened. The same three numbers, row by row. */
export function ResultStep({ of, change }: { of: Import; change: () => void }) {
  const { t } = useTranslation('reception/imports');
  const done = of.state === 'done';
  const count = { create: of.created, match: of.matched, refuse: of.refused };
  const [tab, setTab] = useState<Result>(firstToSee(of));
  const phase = done ? 'done' : 'tried';
  return (
    <>
      {done ? <Finished of={of} /> : <Offer of={of} change={change} />}
      <Tabs
        value={tab}
        onChange={(value) => setTab((value ?? 'create') as Result)}
        classNames={{ list: classes.tabs, tab: classes.tab }}
      >
        <Tabs.List grow>
          {results.map((result) => (
            <Tabs.Tab key={result} value={result}>
              <b className="numbers">{count[result]}</b>
              <span>{t(`result.${phase}.${result}`)}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {results.map((result) => (
          <Tabs.Panel key={result} value={result} pt="md">
            {tab === result && (
              <>
                <Group justify="space-between" mb="sm">
                  <p className={classes.about}>
                    {t(`result.about.${of.kind}.${result === 'create' ? `create_${phase}` : result}`)}
                  </p>
                  {result === 'refuse' && of.refused > 0 && (
                    <Button
                      component="a"
                      variant="default"
                      href={address(refusedPath(of))}
                      leftSection={<IconDownload size={16} aria-hidden />}
                    >
                      {t('result.download')}
                    </Button>
                  )}
                </Group>
                <Rows of={of} result={result} />
              </>
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

/** What needs somebody comes first: rows that were refused; then what is new. */
function firstToSee({ created, matched, refused }: Import): Result {
  if (refused > 0) return 'refuse';
  return created === 0 && matched > 0 ? 'match' : 'create';
}

function Offer({ of, change }: { of: Import; change: () => void }) {
  const { t } = useTranslation('reception/imports');
  const run = useImportStep(() => bringIn(of));
  return (
    <section className={classes.verdict}>
      <h2>
        {of.created > 0 ? t(`offer.title.${of.kind}`, { count: of.created }) : t(`offer.nothing.${of.kind}`)}
      </h2>
      <p className="quiet">
        {t(
          of.created === 0
            ? `offer.nothing_text.${of.kind}`
            : of.refused > 0
              ? 'offer.text'
              : `offer.text_all.${of.kind}`,
        )}
      </p>
      <FormProblem error={run.error} />
      <Group>
        {of.created > 0 && (
          <Button loading={run.isPending} onClick={() => run.mutate(undefined)}>
            {t('offer.run')}
          </Button>
        )}
        <Button variant="default" onClick={change}>
          {t('offer.change')}
        </Button>
      </Group>
    </section>
  );
}

function Finished({ of }: { of: Import }) {
  const { t } = useTranslation('reception/imports');
  const format = useFormat();
  return (
    <section className={classes.verdict}>
      <h2>{t(`finished.title.${of.kind}`, { count: of.created })}</h2>
      {of.first_day && of.last_day && (
        <p className="numbers">
          {[...new Set([of.first_day, of.last_day])].map((day) => format.day(day)).join(' – ')}
        </p>
      )}
      <p className="quiet">{t(of.refused > 0 ? 'finished.some_refused' : `finished.all.${of.kind}`)}</p>
      <Group>
        <Button component={Link} to={broughtTo(of)} variant="default">
          {t(`finished.to.${of.kind}`)}
        </Button>
        <Button component={Link} to="/imports" variant="default">
          {t('finished.another')}
        </Button>
      </Group>
    </section>
  );
}

/** Where the brought rows are to be seen. */
const broughtTo = ({ kind, first_day }: Import) =>
  kind === 'prospects' ? '/prospects' : first_day ? `/log?day=${first_day}` : '/log';
