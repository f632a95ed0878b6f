import { useState } from 'react'
import { Button, IconButton, ToggleIconButton } from '../parts/button.tsx'
import { ComboBox, Select } from '../parts/choices.tsx'
import { ConfirmDialog, Dialog } from '../parts/dialog.tsx'
import { EditField, SearchField, TextField } from '../parts/fields.tsx'
import * as icons from '../parts/icons.tsx'
import { Keys } from '../parts/keys.tsx'
import { List } from '../parts/list.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { MessageRegion, showMessage } from '../parts/messages.tsx'
import { Panes } from '../parts/panes.tsx'
import { Segments } from '../parts/segments.tsx'
import { Banner, EmptyState, FailureState, ProgressBar, Spinner } from '../parts/states.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { Chip, Tags } from '../parts/tag.tsx'
import { PageHead, Toolbar } from '../parts/toolbar.tsx'
import type { Story } from './stories.tsx'

export const partStories: readonly Story[] = [
  { id: 'parts/buttons', title: 'Buttons', show: () => <Buttons /> },
  { id: 'parts/fields', title: 'Fields', show: () => <Fields /> },
  { id: 'parts/choices', title: 'Choices', show: () => <Choices /> },
  { id: 'parts/lists', title: 'Lists', show: () => <Lists /> },
  { id: 'parts/states', title: 'Empty, waiting, failed', show: () => <States /> },
  { id: 'parts/tags', title: 'Tags and chips', show: () => <TagsAndChips /> },
  { id: 'parts/frames', title: 'Heads, tabs, panes', show: () => <Frames /> },
  { id: 'parts/dialog', title: 'Dialog', show: () => <OpenDialog /> },
  { id: 'parts/confirm', title: 'Confirmation', show: () => <OpenConfirm /> },
  { id: 'parts/messages', title: 'Messages', show: () => <Messages /> },
  { id: 'parts/icons', title: 'Icons', show: () => <Icons /> },
  { id: 'parts/colours', title: 'Colours and letters', show: () => <Colours /> },
]

const nothing = () => {}

function Buttons() {
  const [on, setOn] = useState(true)
  return (
    <div className="playground-rows">
      <div className="playground-row">
        <Button>Plain</Button>
        <Button tone="primary">Primary</Button>
        <Button tone="danger">Danger</Button>
        <Button tone="quiet">Quiet</Button>
        <Button icon={<icons.ImportIcon />}>With an icon</Button>
      </div>
      <div className="playground-row">
        <Button isDisabled>Disabled</Button>
        <Button tone="primary" isDisabled>
          Disabled
        </Button>
        <Button isPending>Pending</Button>
      </div>
      <Toolbar label="Tools">
        <IconButton label="Undo" icon={<icons.UndoIcon />} keys="mod+z" />
        <IconButton label="Redo" icon={<icons.RedoIcon />} keys="mod+shift+z" isDisabled />
        <ToggleIconButton label="Pane" icon={<icons.PanelIcon />} isSelected={on} onChange={setOn} />
        <MenuButton
          label="More"
          iconOnly
          icon={<icons.MoreIcon />}
          entries={[
            [
              { id: 'edit', label: 'Correct…', icon: <icons.EditIcon />, keys: 'mod+e', run: nothing },
              { id: 'no', label: 'Not now', isDisabled: true, run: nothing },
            ],
            [{ id: 'delete', label: 'Delete…', icon: <icons.TrashIcon />, tone: 'danger', run: nothing }],
          ]}
        />
        <Keys keys="mod+shift+f" />
        <Keys keys="shift+?" />
      </Toolbar>
    </div>
  )
}

function Fields() {
  const [text, setText] = useState('Norrel Wire')
  const [words, setWords] = useState('')
  return (
    <div className="playground-rows playground-narrow">
      <TextField label="Publisher" value={text} onChange={setText} description="As the article names it." />
      <TextField
        label="Published"
        value="yesterday"
        onChange={nothing}
        error="Write a date as 2025-11-07, 2025-11 or 2025"
      />
      <TextField label="Author" value="" onChange={nothing} placeholder="Not stated" isDisabled />
      <EditField label="Kept on Enter" value={text} onKeep={setText} />
      <TextField label="Note" value="Two lines\nof a note" onChange={nothing} multiline />
      <SearchField label="Filter" placeholder="Filter" value={words} onChange={setWords} />
    </div>
  )
}

const people = [
  { id: 'tamwari', label: 'Idris al-Tamwari', detail: 'person, 4 mentions' },
  { id: 'corrane', label: 'Elsbet Corrane', detail: 'person, 1 mention' },
  { id: 'strait', label: 'مضيق كرسا', detail: 'place, 9 mentions' },
] as const

function Choices() {
  const [chosen, setChosen] = useState<(typeof people)[number]['id'] | null>(null)
  const [typed, setTyped] = useState('')
  const [side, setSide] = useState<'left' | 'right'>('left')
  const fitting = people.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))
  return (
    <div className="playground-rows playground-narrow">
      <Select label="Entity" choices={people} value={chosen} onChange={setChosen} />
      <ComboBox
        label="Entity, while typing"
        choices={fitting}
        typed={typed}
        onType={setTyped}
        onChoose={setChosen}
        nothing="Nobody by that name"
      />
      <Segments
        label="Side"
        choices={[
          { id: 'left', label: 'Left' },
          { id: 'right', label: 'Right' },
        ]}
        value={side}
        onChange={setSide}
      />
    </div>
  )
}

function Lists() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(['row-2']))
  const rows = Array.from({ length: 400 }, (_, at) => ({ id: `row-${at}`, words: `Row ${at + 1}` }))
  return (
    <div className="playground-tall">
      <List
        label="Rows"
        items={rows}
        textOf={({ words }) => words}
        current="row-5"
        selection={{ ids, onChange: setIds }}
        onOpen={nothing}
      >
        {({ words }) => words}
      </List>
    </div>
  )
}

function States() {
  return (
    <div className="playground-rows">
      <Banner tone="info">Something worth knowing.</Banner>
      <Banner tone="warning" icon={<icons.LockIcon />}>
        This casebook is read-only.
      </Banner>
      <Banner tone="danger" buttons={<Button>Reload</Button>}>
        Your last change was not saved.
      </Banner>
      <ProgressBar label="Importing" done={38} total={100} />
      <ProgressBar label="Importing" done={0} total={null} />
      <Spinner label="Reading the library" />
      <EmptyState
        title="No sources yet"
        icon={<icons.SourcesIcon size={20} />}
        buttons={<Button tone="primary">Import files…</Button>}
      >
        Bring in the articles you work with.
      </EmptyState>
      <FailureState
        message="The disk could not be read. Is it still plugged in?"
        buttons={<Button>Try again</Button>}
      />
    </div>
  )
}

function TagsAndChips() {
  return (
    <div className="playground-rows">
      <div className="playground-row">
        <Chip>plain</Chip>
        <Chip tone="accent">accent</Chip>
        <Chip tone="good">corroborated</Chip>
        <Chip tone="warning">guess</Chip>
        <Chip tone="danger">denied</Chip>
      </div>
      <Tags
        label="Entities"
        tags={people.map(({ id, label }) => ({ id, label, icon: <icons.PersonIcon /> }))}
        onOpen={nothing}
        onRemove={nothing}
      />
    </div>
  )
}

function Frames() {
  return (
    <div className="playground-tall">
      <PageHead title="Sources" detail="4 sources">
        <Button>Import…</Button>
      </PageHead>
      <Panes
        id="playground"
        panes={[
          { id: 'one', label: 'One', content: <EmptyState title="One" />, size: '30%' },
          {
            id: 'two',
            label: 'Two',
            content: (
              <Tabs
                label="Beside the text"
                tabs={[
                  { id: 'marks', label: 'Highlights', count: 12, content: <EmptyState title="Highlights" /> },
                  { id: 'details', label: 'Details', content: <EmptyState title="Details" /> },
                ]}
              />
            ),
          },
        ]}
      />
    </div>
  )
}

function OpenDialog() {
  const [open, setOpen] = useState(true)
  return (
    <>
      <Button onPress={() => setOpen(true)}>Open</Button>
      <Dialog
        title="Import pasted text"
        isOpen={open}
        onClose={() => setOpen(false)}
        size="medium"
        buttons={
          <>
            <Button>Cancel</Button>
            <Button tone="primary">Import</Button>
          </>
        }
      >
        <TextField label="Text of the article" value="" onChange={nothing} multiline />
      </Dialog>
    </>
  )
}

function OpenConfirm() {
  return (
    <ConfirmDialog
      title="Delete 3 sources?"
      isOpen
      confirmLabel="Delete 3 sources"
      tone="danger"
      onConfirm={nothing}
      onCancel={nothing}
    >
      <p>Their highlights go with them. You can undo this, also after a restart.</p>
    </ConfirmDialog>
  )
}

function Messages() {
  const show = () => {
    showMessage({ tone: 'done', text: 'Deleted 3 sources', action: { label: 'Undo', run: nothing } })
    showMessage({ tone: 'info', text: 'Undone: Linked 12 passages to Idris al-Tamwari' })
    showMessage({ tone: 'failure', text: 'The disk is full: nothing was changed. Make room and try again.' })
  }
  return (
    <>
      <Button onPress={show}>Show three messages</Button>
      <MessageRegion />
    </>
  )
}

function Icons() {
  return (
    <ul className="playground-icons">
      {Object.entries(icons).map(([name, Icon]) => (
        <li key={name}>
          <Icon size={20} />
          {name.replace('Icon', '')}
        </li>
      ))}
    </ul>
  )
}

const colours = ['yellow', 'orange', 'red', 'pink', 'purple', 'blue', 'teal', 'green'] as const

function Colours() {
  return (
    <div className="playground-rows">
      <p className="playground-reading">
        {colours.map((colour) => (
          <span key={colour}>
            <mark className="playground-mark" data-colour={colour}>
              A passage marked in {colour}
            </mark>{' '}
            stays readable.{' '}
          </span>
        ))}
      </p>
      <p>Ink on the surface, as most words are.</p>
      <p className="playground-soft">Softer ink, for what stands beside them.</p>
      <p className="playground-faint">Faint ink, for counts and hints.</p>
    </div>
  )
}
