import { Link, type LinkProps } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { goTo } from './router.ts';

type Props = { to: string; className?: string; children: ReactNode } & Pick<
  LinkProps,
  'appearance' | 'aria-label'
>;

/** A link to a page of ours: opens without a reload, and in a new tab when asked to. */
export function AppLink({ to, children, ...rest }: Props) {
  function follow(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  }
  return (
    <Link {...rest} href={to} onClick={follow}>
      {children}
    </Link>
  );
}
