import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/palette.css';
import './styles/base.css';
import './styles/site.css';
import './styles/lists.css';
import './styles/search.css';
import './styles/audit.css';
import './styles/article.css';
import './styles/capture.css';
import './styles/log.css';
import './styles/review.css';
import './styles/statements.css';
import './styles/stories.css';
import './styles/today.css';
import './styles/months.css';
import './styles/check.css';
import './styles/issues.css';
import './styles/print.css';

createRoot(document.getElementById('pages')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
