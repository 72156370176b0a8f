import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Columns } from '../../components/columns.tsx';
import { formatCount } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { EmptyState } from '../../components/states.tsx';
import { type Article, groups } from './article.ts';
import { findArticles } from './articles.ts';
import { FirstDay } from './first-day-panel.tsx';
import { helpRoute } from './routes.tsx';

/** How things are done here: searchable, and there without a network. */
export function HelpPage() {
  const { q = '' } = helpRoute.useSearch();
  const navigate = helpRoute.useNavigate();
  const search = useCallback(
    (next: string) => void navigate({ search: { q: next === '' ? undefined : next }, replace: true }),
    [navigate],
  );
  const found = findArticles(q);
  return (
    <Page
      title="Help"
      lead="How things are done, step by step. Works without a network."
      toolbar={
        <div className="ot-help__search">
          <SearchBox label="Search help" value={q} onChange={search} />
          <span className="ot-muted" role="status">
            {q !== '' && formatCount(found.length, 'article')}
          </span>
        </div>
      }
    >
      <Columns layout="main-side">
        {found.length === 0 ? (
          <EmptyState title="No article holds these words" icon="search">
            <p>Try fewer or other words, such as “contact” or “hand over”.</p>
          </EmptyState>
        ) : q !== '' ? (
          <Panel title="Found" count={found.length}>
            <ArticleList articles={found} />
          </Panel>
        ) : (
          <div className="ot-help__groups">
            {groups.map((group) => (
              <Panel key={group} title={group}>
                <ArticleList articles={found.filter((article) => article.group === group)} />
              </Panel>
            ))}
          </div>
        )}
        <FirstDay />
      </Columns>
    </Page>
  );
}

function ArticleList({ articles }: { readonly articles: readonly Article[] }) {
  return (
    <ul className="ot-help__list">
      {articles.map(({ id, title }) => (
        <li key={id}>
          <Link to="/help/$articleId" params={{ articleId: id }}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
