import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun, IconContrast2 } from '@tabler/icons-react';
import { queryClient, sessionKey } from '@platform/api/queryClient';
import type { Language, Me, ThemeChoice } from '@platform/api/types';
import { savePreferences } from '@platform/session/api';
import { useMe } from '@platform/session/session';
import { useTranslation } from 'react-i18next';

/** Takes effect at once; the server remembers it for the next device. */
export function usePreferenceChange() {
  const me = useMe();
  return (change: Partial<Pick<Me, 'language' | 'theme'>>) => {
    queryClient.setQueryData<Me>(sessionKey, { ...me, ...change });
    void savePreferences({ language: me.language, theme: me.theme, ...change }).catch(() => undefined);
  };
}

export function LanguageToggle() {
  const { t, i18n } = useTranslation('app');
  const change = usePreferenceChange();
  const other: Language = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <ActionIcon aria-label={t('preferences.other_language')} onClick={() => change({ language: other })}>
      <Text component="span" fw={600} size="sm" lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {other === 'zh' ? '中' : 'EN'}
      </Text>
    </ActionIcon>
  );
}

const themes = [
  { choice: 'system', Icon: IconDeviceDesktop },
  { choice: 'light', Icon: IconSun },
  { choice: 'dark', Icon: IconMoon },
] as const;

export function ThemeItems() {
  const { t } = useTranslation('app');
  const change = usePreferenceChange();
  const chosen: ThemeChoice = useMe().theme;
  return themes.map(({ choice, Icon }) => (
    <Menu.Item
      key={choice}
      leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
      aria-current={chosen === choice}
      fw={chosen === choice ? 650 : undefined}
      onClick={() => change({ theme: choice })}
    >
      {t(`preferences.theme_${choice}`)}
    </Menu.Item>
  ));
}

export function ThemeMenu() {
  const { t } = useTranslation('app');
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon aria-label={t('preferences.theme')}>
          <IconContrast2 size={20} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}
