import { Field, Input } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DepartmentChoice } from '../../../edges/http/contract/themes.ts';
import { useWords } from '../../i18n/i18n.ts';
import { OwnerChoice } from '../../themes/OwnerChoice.tsx';
import { type DialogProps, WordsDialog } from './WordsDialog.tsx';

interface Request {
  requestId: string;
  departmentId: string;
  words: string;
  dueOn: string;
}

type Props = DialogProps & {
  owner: DepartmentChoice | null;
  dueOn: string;
  onSend(request: Request): void;
};

/** 検討依頼: asks a department for its view. */
export function RequestDialog({ owner, dueOn, onSend, ...dialog }: Props) {
  const { t } = useWords();
  const [department, setDepartment] = useState(owner);
  const [day, setDay] = useState(dueOn);
  // Pressed twice it is asked once.
  const requestId = useRef(crypto.randomUUID());
  return (
    <WordsDialog
      {...dialog}
      title={t('work.requestTitle')}
      label={t('work.requestWords')}
      hint={t('work.requestHint')}
      send={t('work.requestSend')}
      isReady={department !== null && day !== ''}
      onSend={(words) => {
        if (department)
          onSend({ requestId: requestId.current, departmentId: department.id, words, dueOn: day });
      }}
    >
      <OwnerChoice
        inDialog
        label={t('work.requestDepartment')}
        hint={t('work.departmentHint')}
        owner={department}
        disabled={false}
        onChange={setDepartment}
      />
      <Field label={t('work.requestDay')} required>
        <Input type="date" value={day} onChange={(_, { value }) => setDay(value)} />
      </Field>
    </WordsDialog>
  );
}
