import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copyText';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('platform');
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        onClick={() => void copyText(text).then(setCopied)}
      >
        {copied ? t('copy.done') : label}
      </Button>
      <span role="status" className={copied === false ? 'quiet' : 'screen-reader-only'}>
        {copied === true && t('copy.done')}
        {copied === false && t('copy.by_hand')}
      </span>
    </>
  );
}
