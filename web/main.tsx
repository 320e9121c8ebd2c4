import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/palette.css';
import './styles/base.css';
import './styles/site.css';
import './styles/lists.css';
import './styles/audit.css';
import './styles/article.css';
import './styles/capture.css';
import './styles/print.css';

createRoot(document.getElementById('pages')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
