import { type PersonFilter, PERSON_STATES, type PersonListInput } from '#main/features/participants/contract.ts'

/** What the list shows and in which order; kept while the window is open, so that the list comes back as it was left. */
export type PeopleView = PersonFilter & Pick<PersonListInput, 'sort' | 'isDescending'>

/** Everybody by name. */
export const WHOLE_LIST: PeopleView = {
  text: '',
  state: 'active',
  roleId: null,
  delegationId: null,
  sort: 'name',
  isDescending: false,
}

const STORAGE_KEY = 'gelar.people-view'

/** The list as it was last looked at in this window. */
export function savedView(): PeopleView {
  try {
    const saved = JSON.parse(globalThis.sessionStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<PeopleView>
    return { ...WHOLE_LIST, ...saved, state: PERSON_STATES.find(state => state === saved.state) ?? 'active' }
  } catch {
    return WHOLE_LIST
  }
}

export function saveView(view: PeopleView): void {
  try {
    globalThis.sessionStorage.setItem(STORAGE_KEY, JSON.stringify(view))
  } catch {
    // A full storage must not stop anybody from filtering.
  }
}

/** Whether some people are left out. */
export function isFiltered(view: PeopleView): boolean {
  return view.text.trim() !== '' || view.state !== 'active' || view.roleId !== null || view.delegationId !== null
}
