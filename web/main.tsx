import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepTime } from './api/serverTime.ts';
import { App } from './app.tsx';
import './ui/base.css';
import { NotLoadedError } from './ui/screen.ts';

keepTime();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root, {
  onCaughtError(error) {
    // What the network did is on the screen; the rest is a fault of the page.
    if (!(error instanceof NotLoadedError)) reportError(error);
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
