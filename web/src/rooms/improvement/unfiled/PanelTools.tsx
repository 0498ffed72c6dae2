import { ActionIcon, Button } from '@mantine/core';
import { address } from '@platform/api/client';
import { copyText } from '@platform/show/copyText';
import { IconCheck, IconDownload, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePinnedAddress } from '@platform/useView';
import type { PanelProps, Place } from './Panel';
import classes from './unfiled.module.css';
import { ViewSwitch, type View } from './ViewSwitch';

type Props = Pick<PanelProps, 'place' | 'name' | 'title' | 'part' | 'by'> & {
  asTable: boolean;
  show: (view: View) => void;
};

/** The same numbers as a chart or a table, as files, and as a link to just this chart. */
export function PanelTools({ place, name, title, part, by, asTable, show }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  return (
    <div className={`${classes.panelTools} no-print`}>
      <ViewSwitch label={t('view.label', { title })} value={asTable ? 'table' : 'chart'} onChange={show} />
      {part &&
        (['csv', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            size="compact-sm"
            variant="subtle"
            href={address(`${place.scope.path}/unfiled/table.${format}`, { part, by, ...place.range })}
            aria-label={t('export', { title, format: format.toUpperCase() })}
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      <PanelLink place={place} name={name} title={title} />
    </div>
  );
}

function PanelLink({ place, name, title }: { place: Place; name: string; title: string }) {
  const { t } = useTranslation('improvement/unfiled');
  const [copied, setCopied] = useState<boolean | null>(null);
  const link = `${usePinnedAddress(place.range)}#${name}`;
  return (
    <>
      <ActionIcon
        variant="subtle"
        aria-label={t('link', { title })}
        onClick={() => void copyText(link).then(setCopied)}
      >
        {copied ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
      </ActionIcon>
      <span role="status" className={copied === false ? 'quiet' : 'screen-reader-only'}>
        {copied === true && t('platform:copy.done')}
        {copied === false && t('platform:copy.by_hand')}
      </span>
    </>
  );
}
