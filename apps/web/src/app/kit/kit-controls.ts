import { CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, signal } from '@angular/core';
import {
  blockIcon,
  Button,
  type ButtonLook,
  type Choice,
  Choices,
  Combobox,
  type ComboboxOption,
  Confirm,
  Dialog,
  editIcon,
  Field,
  IconButton,
  Input,
  Menu,
  MenuItem,
  moreIcon,
  PasswordInput,
  pinIcon,
  Switch,
} from '@parley/web-ui';
import { KitSample } from './kit-sample';

/** What one presses, types into and chooses from. */
@Component({
  selector: 'parley-kit-controls',
  imports: [
    Button,
    CdkMenuTrigger,
    Choices,
    Combobox,
    Confirm,
    Dialog,
    Field,
    IconButton,
    Input,
    KitSample,
    Menu,
    MenuItem,
    PasswordInput,
    Switch,
  ],
  templateUrl: './kit-controls.html',
  styleUrl: './kit-section.css',
})
export class KitControls {
  protected readonly icons = { blockIcon, editIcon, moreIcon, pinIcon };
  protected readonly looks: readonly ButtonLook[] = ['primary', 'soft', 'quiet', 'plain', 'danger'];
  protected readonly sizes: readonly Choice<'small' | 'normal' | 'large'>[] = [
    { value: 'small', label: 'Small' },
    { value: 'normal', label: 'Normal' },
    { value: 'large', label: 'Large' },
  ];
  protected readonly chosen = signal<'small' | 'normal' | 'large'>('normal');
  protected readonly isOn = signal(true);
  protected readonly open = signal<'nothing' | 'dialog' | 'confirm' | 'busy'>('nothing');
  private readonly skills: readonly ComboboxOption[] = [
    { id: 'spanish', label: 'Spanish', detail: 'A language' },
    { id: 'pottery', label: 'Pottery' },
    { id: 'accordion', label: 'Accordion' },
  ];
  protected readonly found = signal<readonly ComboboxOption[]>([]);

  protected look(query: string): void {
    this.found.set(this.skills.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase())));
  }
}
