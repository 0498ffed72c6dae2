import { Button } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useImport } from './api';
import { Failed } from './Failed';
import { MappingStep } from './MappingStep';
import { ResultStep } from './ResultStep';
import { Steps } from './Steps';
import type { Import } from './types';
import { Working } from './Working';

/** What stands here is where the server is: the page can be left at any moment and opened again. */
export default function ImportPage() {
  const { storeId = '', importId = '' } = useParams();
  const query = useImport(storeId, importId);
  return <QueryView query={query}>{(of) => <ImportView of={of} />}</QueryView>;
}

function ImportView({ of }: { of: Import }) {
  const { t } = useTranslation('reception/imports');
  const format = useFormat(useStoreById(of.store_id));
  const [changing, setChanging] = useState(false);
  const mapping = of.state === 'mapping' || (of.state === 'tried' && changing);
  const back = () => setChanging(false);
  return (
    <>
      <PageTitle
        title={of.file_name}
        note={[t(`rows.${of.kind}`), format.dayTime(of.created_at), of.created_by?.name, useFormatWords(of)]
          .filter(Boolean)
          .join(' · ')}
      >
        <Button component={Link} to="/imports" variant="default">
          {t('all')}
        </Button>
      </PageTitle>
      <Steps state={mapping ? 'mapping' : of.state} />
      {mapping && <MappingStep of={of} tried={back} back={of.state === 'tried' ? back : undefined} />}
      {!mapping && (of.state === 'trying' || of.state === 'running') && <Working of={of} />}
      {!mapping && (of.state === 'tried' || of.state === 'done') && (
        <ResultStep of={of} change={() => setChanging(true)} />
      )}
      {of.state === 'failed' && <Failed of={of} />}
    </>
  );
}

const delimiters: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

function useFormatWords({ format }: Import): string {
  const { t } = useTranslation('reception/imports');
  if (format.xlsx) return t('format.xlsx');
  const delimiter = delimiters[format.delimiter ?? ''];
  return [t('format.csv'), format.encoding, delimiter && t(`format.${delimiter}`)].filter(Boolean).join(' ');
}
