import {
  ActionIcon,
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Modal,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const tea: MantineColorsTuple = [
  '#eef5f0',
  '#dceae1',
  '#bad5c5',
  '#94bea6',
  '#74ab8d',
  '#519170',
  '#3a7d5b',
  '#2d6a4b',
  '#23563c',
  '#17402b',
];

/** Only for what is overdue or lost. */
const red: MantineColorsTuple = [
  '#fbeeec',
  '#f5d9d5',
  '#ecb3ab',
  '#e6988c',
  '#e08476',
  '#cf4a3a',
  '#bd3828',
  '#a32c1e',
  '#852216',
  '#641810',
];

/** Only for what is due. */
const yellow: MantineColorsTuple = [
  '#fdf5e3',
  '#f8e8c3',
  '#f0d28b',
  '#e6b950',
  '#d9a83f',
  '#b9831a',
  '#946713',
  '#7a540f',
  '#60420c',
  '#452f08',
];

/** Warm greys: Mantine's own are blue beside paper. */
const gray: MantineColorsTuple = [
  '#f7f5f0',
  '#f0eee7',
  '#e7e4db',
  '#d9d5ca',
  '#c9c5b9',
  '#a5a59b',
  '#7c837d',
  '#59625d',
  '#3a423d',
  '#1d2321',
];

const dark: MantineColorsTuple = [
  '#e6e9e4',
  '#bcc3bd',
  '#9aa39c',
  '#828c85',
  '#3a423d',
  '#2c332f',
  '#1d2320',
  '#141816',
  '#101412',
  '#0b0e0c',
];

/** Text on a filled button: white on deep green, ink on the light green of the dark screen. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--on-accent)' } : colors;
};

export const theme = createTheme({
  primaryColor: 'tea',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver,
  colors: { tea, red, yellow, gray, dark },
  black: '#1d2321',
  fontFamily:
    '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '7px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { fw: 550 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } }),
    Modal: Modal.extend({ defaultProps: { centered: true } }),
  },
});

/** Buttons of second rank, the same soft green as every other chosen thing. */
const softAccent = {
  '--mantine-color-tea-light': 'var(--accent-soft)',
  '--mantine-color-tea-light-hover': 'color-mix(in srgb, var(--accent-soft), var(--accent) 12%)',
  '--mantine-color-tea-light-color': 'var(--accent)',
};

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-placeholder': '#6f7872',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-error': 'var(--overdue)',
    ...softAccent,
    '--mantine-color-disabled': 'var(--sunk)',
    '--mantine-color-disabled-color': '#878f89',
  },
  dark: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-error': 'var(--overdue)',
    ...softAccent,
  },
});
