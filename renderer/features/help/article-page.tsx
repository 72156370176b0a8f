import { ButtonLink } from '../../components/button-link.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { EmptyState } from '../../components/states.tsx';
import type { Article } from './article.ts';
import { articles } from './articles.ts';
import { articleRoute } from './routes.tsx';

/** One article. */
export function ArticlePage() {
  const { articleId } = articleRoute.useParams();
  const article = articles.find(({ id }) => id === articleId);
  const back = (
    <ButtonLink to="/help" icon="left">
      All articles
    </ButtonLink>
  );
  if (article === undefined) {
    return (
      <Page title="Help" actions={back}>
        <EmptyState title="There is no such article" icon="help">
          <p>It may have had another address in an earlier version.</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={article.title} lead={article.group} actions={back}>
      <div className="ot-help__article">
        <ArticleText article={article} />
      </div>
    </Page>
  );
}

function ArticleText({ article: { about, steps, good, keys } }: { readonly article: Article }) {
  return (
    <>
      <p className="ot-help__about">{about}</p>
      {steps !== undefined && (
        <Panel title="Step by step">
          <ol className="ot-help__steps">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Panel>
      )}
      {keys !== undefined && (
        <Panel title="All keys">
          <dl className="ot-help__keys">
            {keys.map(({ keys: pressed, does }) => (
              <div className="ot-help__key" key={pressed}>
                <dt>
                  <KeyHint keys={pressed} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
      {good !== undefined && (
        <Panel title="Good to know">
          <ul className="ot-help__good">
            {good.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
