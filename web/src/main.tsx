// The order of styles is the order of imports: Mantine's first, ours may then differ from it.
import './app/mantine';
import './app/theme.css';
import { dropOldDrafts } from '@platform/drafts/drafts';
import { startWords } from '@platform/words';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { fetchAhead } from './app/pages';
import { loadWords } from './app/words';

// After an update the page still open may ask for a part that no longer exists: start it afresh, once.
window.addEventListener('vite:preloadError', () => {
  // Without a network there is nothing to start afresh from.
  if (!navigator.onLine) return;
  const last = Number(sessionStorage.getItem('guanxi.reloaded') ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem('guanxi.reloaded', String(Date.now()));
  window.location.reload();
});

dropOldDrafts();
fetchAhead(window.location.pathname);
void startWords(loadWords).then(() => {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
