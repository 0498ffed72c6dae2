import { Progress } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useImports } from './api';
import { DropZone } from './DropZone';
import classes from './imports.module.css';
import { works, type Import } from './types';

export default function ImportsPage() {
  const { t } = useTranslation('reception/imports');
  const store = useStore();
  const imports = useImports(store.id);
  return (
    <>
      <PageTitle title={t('title')} note={store.name} />
      <p className={classes.intro}>{t('intro')}</p>
      <DropZone storeId={store.id} />
      <Section title={t('earlier')}>
        <QueryView query={imports}>
          {(items) =>
            items.length === 0 ? (
              <EmptyPanel title={t('empty')} text={t('empty_text')} />
            ) : (
              <ul className={classes.list}>
                {items.map((each) => (
                  <ImportItem key={each.id} of={each} />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Section>
    </>
  );
}

function ImportItem({ of }: { of: Import }) {
  const { t } = useTranslation('reception/imports');
  const format = useFormat();
  const share = of.rows_total > 0 ? (of.rows_done / of.rows_total) * 100 : 0;
  return (
    <li className={classes.item}>
      <div>
        <Link className={classes.open} to={`/imports/${of.store_id}/${of.id}`}>
          {of.file_name}
        </Link>
        <div className="quiet">
          {[t(`rows.${of.kind}`), format.dayTime(of.created_at), of.created_by?.name]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div className={classes.itemState}>
        <div data-state={of.state}>{t(`state.${of.state}`)}</div>
        {works(of.state) && <Progress value={share} size="sm" aria-label={t(`state.${of.state}`)} />}
        {(of.state === 'tried' || of.state === 'done') && (
          <div className="quiet numbers">
            {t(of.state === 'done' ? 'counts_done' : 'counts_tried', {
              created: of.created,
              matched: of.matched,
              refused: of.refused,
            })}
          </div>
        )}
      </div>
    </li>
  );
}
