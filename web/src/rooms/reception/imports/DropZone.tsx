import { Button, SegmentedControl } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { FormProblem } from '@platform/form/FormProblem';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { upload } from './api';
import classes from './imports.module.css';
import type { Kind } from './types';

const largest = 64 * 1024 * 1024;
const kinds: Kind[] = ['visits', 'prospects'];
const accepted = ['.csv', '.xlsx', '.txt', '.tsv'];

/** A file may be dropped or chosen; the button works with keyboard and screen reader as well. */
export function DropZone({ storeId }: { storeId: string }) {
  const { t } = useTranslation('reception/imports');
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [kind, setKind] = useState<Kind>('visits');
  const [wrong, setWrong] = useState<'old_excel' | 'wrong_kind' | 'too_large' | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => upload(storeId, kind, file),
    onSuccess: (made) => navigate(`/imports/${made.store_id}/${made.id}`),
  });
  const take = (file: File | undefined) => {
    if (!file || send.isPending) return;
    const found = whatIsWrong(file);
    setWrong(found);
    if (!found) send.mutate(file);
  };

  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept={accepted.join(',')}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file again, after it was corrected, must count as a choice too.
          event.currentTarget.value = '';
        }}
      />
      <SegmentedControl
        aria-label={t('drop.kind')}
        data={kinds.map((value) => ({ value, label: t(`rows.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      />
      <p className="quiet">{t(`drop.about.${kind}`)}</p>
      <Button
        leftSection={<IconUpload size={16} aria-hidden />}
        loading={send.isPending}
        onClick={() => input.current?.click()}
      >
        {t('drop.choose')}
      </Button>
      <p>
        <span className={classes.dropHere}>{t('drop.here')}</span>
        <span className="quiet">{t('drop.kinds')}</span>
      </p>
      <div role="status">{send.isPending && t('drop.sending', { name: send.variables.name })}</div>
      {wrong && (
        <p className="overdue" role="alert">
          {t(`drop.${wrong}`)}
        </p>
      )}
      {!wrong && <FormProblem error={send.error} />}
    </div>
  );
}

function whatIsWrong(file: File) {
  const name = file.name.toLowerCase();
  if (name.endsWith('.xls')) return 'old_excel';
  if (!accepted.some((end) => name.endsWith(end))) return 'wrong_kind';
  return file.size > largest ? 'too_large' : null;
}
