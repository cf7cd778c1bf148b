export { contrast, isHexColor } from './color.ts'
export { DEFAULT_BRAND, brandPalette, brandStylesheet, type BrandPalette, type BrandScheme } from './brand.ts'
export { PorticoProvider, styleNonce, type PorticoProviderProps } from './theme/provider.tsx'
export {
  defineTexts,
  ReadIn,
  readerLanguage,
  readerLocale,
  setReaderLocale,
  textsIn,
  textsOf,
  translate,
  usableTags,
  useLocale,
  useTexts,
  type Messages,
  type TextKey,
  type Texts,
  type Translate,
  type Translation,
} from './texts.ts'
export {
  daysFromToday,
  formatDate,
  formatDateTime,
  formatExact,
  formatFileSize,
  formatNumber,
  formatRelativeDay,
  formatRelativeTime,
  todayIso,
} from './format.ts'
export { Link, LinkContext, type LinkProps } from './link.tsx'

export { AppFrame, type AppFrameProps } from './layout/app-frame.tsx'
export { BrandMark, type BrandMarkProps } from './layout/brand-mark.tsx'
export { ColorSchemeItems } from './layout/color-scheme-items.tsx'
export { isCurrent, type NavigationGroup, type NavigationItem } from './layout/frame-navigation.tsx'
export { PageHeader, type Crumb, type PageHeaderProps } from './layout/page-header.tsx'
export { PortalFrame, type PortalFrameProps } from './layout/portal-frame.tsx'
export { SidePanel, type SidePanelProps } from './layout/side-panel.tsx'
export { UserMenu, type UserMenuProps } from './layout/user-menu.tsx'

export { Amount, type AmountProps } from './show/amount.tsx'
export { CopyButton, type CopyButtonProps } from './show/copy-button.tsx'
export { DateText, type DateTextProps } from './show/date-text.tsx'
export { Facts, type Fact, type FactsProps } from './show/facts.tsx'
export { StatusBadge, isStatus, type Status, type StatusBadgeProps } from './show/status-badge.tsx'
export { Timeline, type TimelineEntry, type TimelineProps } from './show/timeline.tsx'

export {
  DataList,
  type DataColumn,
  type DataListProps,
  type ListPaging,
  type ListSelection,
} from './list/data-list.tsx'
export { FilterBar, type Filter, type FilterBarProps, type FilterValues } from './list/filter-bar.tsx'
export { NoMatch } from './list/no-match.tsx'
export { listSort, type ListSort } from './list/sort-link.tsx'
export { useDensity, type Density } from './list/density.ts'

export { ComboSearch, type ComboSearchProps, type SearchOption } from './form/combo-search.tsx'
export { CountrySelect, type CountrySelectProps } from './form/country-select.tsx'
export { countryName } from './form/countries.ts'
export { CurrencySelect, type CurrencySelectProps } from './form/currency-select.tsx'
export { DateInput, type DateInputProps } from './form/date-input.tsx'
export { DecimalInput, type DecimalInputProps } from './form/decimal-input.tsx'
export { FileDrop, type FileDropProps } from './form/file-drop.tsx'
export {
  FormActions,
  FormLayout,
  FormRow,
  FormSection,
  NO_HINT,
  type FormActionsProps,
  type FormLayoutProps,
  type FormSectionProps,
} from './form/form-layout.tsx'
export { MoneyInput, type MoneyInputProps } from './form/money-input.tsx'
export { PasswordField, type PasswordFieldProps, type PasswordRule } from './form/password-field.tsx'
export { applyProblemToForm, fieldOfPointer, type FormWithErrors } from './form/apply-problem.ts'

export { ConfirmMoney, type ConfirmMoneyProps } from './feedback/confirm-money.tsx'
export { EmptyState, type EmptyStateProps } from './feedback/empty-state.tsx'
export { ErrorState, type ErrorStateProps } from './feedback/error-state.tsx'
export { Problem, type ProblemProps } from './feedback/problem.tsx'
export { wordsOfField } from './feedback/problem-words.ts'
export { problemOf, readProblem, type ProblemDocument, type ReadProblem } from './feedback/read-problem.ts'
export { SkeletonFacts, SkeletonLine, SkeletonPage } from './feedback/skeleton.tsx'
export { Toasts, toast, toastProblem, toastUndo, type UndoToast } from './feedback/toast.tsx'
export { UnsavedDialog, type UnsavedDialogProps } from './feedback/unsaved-dialog.tsx'
