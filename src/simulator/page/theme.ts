const KEY = 'dauys.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

export const isDark = (): boolean => {
  const chosen = localStorage.getItem(KEY);
  return chosen === null ? dark.matches : chosen === 'dark';
};

export function applyTheme(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}

export function toggleTheme(): void {
  localStorage.setItem(KEY, isDark() ? 'light' : 'dark');
  applyTheme();
}

dark.addEventListener('change', applyTheme);
