/** Fluent's themes and the grid's, following the system's light and dark. */
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { themeQuartz } from 'ag-grid-community';
import { useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function watch(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

export function useDark(): boolean {
  return useSyncExternalStore(watch, () => dark.matches);
}

/** Fluent's own quiet text is too pale on the window's background for small print. */
const ink: Readonly<Record<'light' | 'dark', Partial<Theme>>> = {
  light: { colorNeutralForeground3: '#565656' },
  dark: { colorNeutralForeground3: '#c8c8c8' },
};

export function useTheme(): Theme {
  return useDark() ? { ...webDarkTheme, ...ink.dark } : { ...webLightTheme, ...ink.light };
}

export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 13,
  rowHeight: 32,
  headerHeight: 32,
  spacing: 6,
  borderRadius: 4,
  wrapperBorderRadius: 4,
  accentColor: 'var(--colorBrandForeground1)',
  backgroundColor: 'var(--colorNeutralBackground1)',
  foregroundColor: 'var(--colorNeutralForeground1)',
  textColor: 'var(--colorNeutralForeground1)',
  headerTextColor: 'var(--colorNeutralForeground2)',
  headerBackgroundColor: 'var(--colorNeutralBackground3)',
  borderColor: 'var(--colorNeutralStroke2)',
  selectedRowBackgroundColor: 'var(--colorBrandBackground2)',
  rowHoverColor: 'var(--colorNeutralBackground1Hover)',
});
