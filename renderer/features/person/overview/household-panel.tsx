import { Link } from '@tanstack/react-router';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { shortName } from '../../../../shared/domain/name.ts';
import { wordOf } from '../../../../shared/domain/person-words.ts';
import { Panel } from '../../../components/panel.tsx';
import { RelatedName } from '../related-name.tsx';

/** Who lives with the person and who is close to them. */
export function HouseholdPanel({ person }: { readonly person: PersonPageView }) {
  const { household, relationships } = person;
  const others = household?.members.filter(({ id }) => id !== person.id) ?? [];
  const close = relationships.filter(({ endedOn }) => endedOn === null);
  return (
    <Panel
      title="Household and people close"
      actions={
        <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'details' }}>
          Details
        </Link>
      }
    >
      {close.length === 0 && others.length === 0 && <p className="ot-muted">Nobody is recorded.</p>}
      <ul className="ot-person-people">
        {close.map(({ id, kind, person: other, name, phone, emergencyContact }) => (
          <li key={id}>
            <p className="ot-person-people__name">
              <b>{other === null ? name : <RelatedName person={other} />}</b>
              <span>{wordOf('relationship-type', kind)}</span>
            </p>
            <p className="ot-person-people__facts">
              {[other?.age, phone, emergencyContact ? 'Emergency contact' : null].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className="ot-person-subhead">Lives with</h3>
          <ul className="ot-person-people">
            {others.map((member) => (
              <li key={member.membershipId}>
                <p className="ot-person-people__name">
                  <b>{member.open ? <RelatedName person={member} /> : shortName(member.name)}</b>
                  {member.age !== null && <span>{member.age}</span>}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
