import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepTime } from './api/serverTime.ts';
import { App } from './app.tsx';
import './ui/base.css';

keepTime();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
