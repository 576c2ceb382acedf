import { CdkMenuTrigger } from '@angular/cdk/menu';
import { Component } from '@angular/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { copyIcon } from '../icon/icons';
import { Menu, MenuItem } from './menu';

@Component({
  imports: [CdkMenuTrigger, Menu, MenuItem],
  template: `
    <button type="button" [cdkMenuTriggerFor]="menu">Open</button>
    <ng-template #menu>
      <parley-menu row>
        @for (name of ['One', 'Two', 'Three']; track name) {
          <button parleyMenuItem type="button" compact [icon]="icon">{{ name }}</button>
        }
      </parley-menu>
    </ng-template>
  `,
})
class ARow {
  protected readonly icon = copyIcon;
}

@Component({
  imports: [CdkMenuTrigger, Menu, MenuItem],
  template: `
    <button type="button" [cdkMenuTriggerFor]="outer">Open</button>
    <ng-template #outer>
      <parley-menu>
        <button parleyMenuItem type="button" [icon]="icon" [cdkMenuTriggerFor]="inner">More</button>
      </parley-menu>
    </ng-template>
    <ng-template #inner>
      <parley-menu><button parleyMenuItem type="button" [icon]="icon">Within</button></parley-menu>
    </ng-template>
  `,
})
class ANest {
  protected readonly icon = copyIcon;
}

describe('Menu', () => {
  it('leaves a menu within it open that opened by pointing, when the press follows', async () => {
    await render(ANest);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await userEvent.hover(screen.getByRole('menuitem', { name: 'More' }));
    expect(screen.getByRole('menuitem', { name: 'Within' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('menuitem', { name: 'More' }));
    expect(screen.getByRole('menuitem', { name: 'Within' })).toBeInTheDocument();
  });

  it('goes through choices beside each other by the keys that point to them', async () => {
    await render(ARow);
    screen.getByRole('button', { name: 'Open' }).focus();
    await userEvent.keyboard('{Enter}');
    const item = (name: string) => screen.getByRole('menuitem', { name });
    item('One').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(item('Two')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(item('One')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(item('Three')).toHaveFocus();
    // With its code, which the CDK goes by and user-event leaves out.
    fireEvent.keyDown(item('Three'), { key: 'Escape', keyCode: 27 });
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });
});
