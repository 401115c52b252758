import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { EditPromise, PromisesCard } from './promises-card.tsx';
import '../../styles/officers.css';
import '../../styles/tables.css';

type Category = components['schemas']['Category'];

/** What the service promises for each topic, and whether work is shown by a photo. */
export function CategoriesPage({ me }: PageProps) {
  const { t, name } = useTexts();
  const found = useQuery({
    queryKey: ['categories'],
    queryFn: () => answered(api.GET('/api/v1/admin/categories')),
  });
  const groups = Map.groupBy(found.data?.items ?? [], ({ group }) => name(group));
  return (
    <>
      <PageTitle>{t('console-admin-categories')}</PageTitle>
      <p className="muted page-hint">{t('console-admin-categories-hint')}</p>
      <PromisesCard mayEdit={me.role === 'operator'} />
      <ErrorNote error={found.error} />
      {found.isPending && <Skeleton rows={8} />}
      <div className="admin-cards">
        {[...groups].map(([group, items]) => (
          <section key={group} className="card table-scroll" aria-label={group}>
            <table className="log">
              <thead>
                <tr>
                  <th scope="col">{group}</th>
                  <th scope="col">{t('console-admin-promise')}</th>
                  <th scope="col">{t('console-admin-photo')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((category) => (
                  <CategoryRow key={category.topic.code} category={category} mayEdit={me.role === 'operator'} />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </>
  );
}

function CategoryRow({ category, mayEdit }: { category: Category; mayEdit: boolean }) {
  const { t, name } = useTexts();
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (wantsProof: boolean) =>
      answered(
        api.PUT('/api/v1/admin/categories/{topic}', {
          params: { path: { topic: category.topic.code } },
          body: { wantsProof },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['categories'] }),
  });
  const { promise, isOwnPromise, wantsProof, topic } = category;
  return (
    <tr>
      <td>
        {name(topic.name)} <code className="muted">{topic.code}</code>
      </td>
      <td className={isOwnPromise ? undefined : 'muted'}>
        <span className="length">
          {t(`console-admin-length-${promise.unit.replaceAll('_', '-')}`, { value: promise.value })}
        </span>
        {mayEdit && ' '}
        {mayEdit && <EditPromise topic={topic.code} length={promise} isOwn={isOwnPromise} />}
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={t('console-admin-photo-of', { topic: name(topic.name) })}
          checked={wantsProof}
          disabled={!mayEdit || set.isPending}
          onChange={({ target }) => set.mutate(target.checked)}
        />
      </td>
    </tr>
  );
}
