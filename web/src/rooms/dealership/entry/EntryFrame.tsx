import { ActionIcon, Text } from '@mantine/core';
import { currentLanguage, switchLanguage } from '@platform/words';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './entry.module.css';

/** The quiet sheet of paper around signing in and setting up. */
export function EntryFrame({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('dealership');
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  useEffect(() => {
    document.title = `${title} · 关系`;
  }, [title]);
  return (
    <main className={classes.frame}>
      <div className={classes.sheet}>
        <div className={classes.brand}>
          <img src="/icon.svg" width={40} height={40} alt="" />
          <span>
            <strong>关系</strong> <span className="quiet">Guanxi</span>
          </span>
          <ActionIcon
            ml="auto"
            lang={other === 'zh' ? 'zh-CN' : 'en'}
            aria-label={t('entry.other_language')}
            onClick={() => void switchLanguage(other)}
          >
            <Text component="span" fw={600} size="sm">
              {other === 'zh' ? '中' : 'EN'}
            </Text>
          </ActionIcon>
        </div>
        <h1 className={classes.title}>{title}</h1>
        {note && <p className="quiet">{note}</p>}
        {children}
      </div>
    </main>
  );
}
