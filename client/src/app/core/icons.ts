import type { EnvironmentProviders } from '@angular/core';
import { inject, provideEnvironmentInitializer } from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';
import quickreply from '@material-symbols/svg-400/rounded/quickreply.svg';
import scheduleSend from '@material-symbols/svg-400/rounded/schedule_send.svg';
import wavingHand from '@material-symbols/svg-400/rounded/waving_hand.svg';
import star from '@material-symbols/svg-400/rounded/star.svg';
import bolt from '@material-symbols/svg-400/rounded/bolt.svg';
import automation from '@material-symbols/svg-400/rounded/automation.svg';
import rule from '@material-symbols/svg-400/rounded/rule.svg';
import accountCircle from '@material-symbols/svg-400/rounded/account_circle.svg';
import add from '@material-symbols/svg-400/rounded/add.svg';
import adminPanelSettings from '@material-symbols/svg-400/rounded/admin_panel_settings.svg';
import arrowBack from '@material-symbols/svg-400/rounded/arrow_back.svg';
import attachFile from '@material-symbols/svg-400/rounded/attach_file.svg';
import chevronLeft from '@material-symbols/svg-400/rounded/chevron_left.svg';
import description from '@material-symbols/svg-400/rounded/description.svg';
import download from '@material-symbols/svg-400/rounded/download.svg';
import image from '@material-symbols/svg-400/rounded/image.svg';
import movie from '@material-symbols/svg-400/rounded/movie.svg';
import pictureAsPdf from '@material-symbols/svg-400/rounded/picture_as_pdf.svg';
import playCircle from '@material-symbols/svg-400/rounded/play_circle.svg';
import assignmentReturn from '@material-symbols/svg-400/rounded/assignment_return.svg';
import autoDelete from '@material-symbols/svg-400/rounded/auto_delete.svg';
import calendarMonth from '@material-symbols/svg-400/rounded/calendar_month.svg';
import check from '@material-symbols/svg-400/rounded/check.svg';
import chevronRight from '@material-symbols/svg-400/rounded/chevron_right.svg';
import close from '@material-symbols/svg-400/rounded/close.svg';
import cloudOff from '@material-symbols/svg-400/rounded/cloud_off.svg';
import contentCopy from '@material-symbols/svg-400/rounded/content_copy.svg';
import contrast from '@material-symbols/svg-400/rounded/contrast.svg';
import darkMode from '@material-symbols/svg-400/rounded/dark_mode.svg';
import deleteIcon from '@material-symbols/svg-400/rounded/delete.svg';
import devices from '@material-symbols/svg-400/rounded/devices.svg';
import doneAll from '@material-symbols/svg-400/rounded/done_all.svg';
import editNote from '@material-symbols/svg-400/rounded/edit_note.svg';
import error from '@material-symbols/svg-400/rounded/error.svg';
import forum from '@material-symbols/svg-400/rounded/forum.svg';
import gppMaybe from '@material-symbols/svg-400/rounded/gpp_maybe.svg';
import help from '@material-symbols/svg-400/rounded/help.svg';
import history from '@material-symbols/svg-400/rounded/history.svg';
import inbox from '@material-symbols/svg-400/rounded/inbox.svg';
import info from '@material-symbols/svg-400/rounded/info.svg';
import keyboard from '@material-symbols/svg-400/rounded/keyboard.svg';
import keyboardArrowUp from '@material-symbols/svg-400/rounded/keyboard_arrow_up.svg';
import keyboardArrowDown from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg';
import language from '@material-symbols/svg-400/rounded/language.svg';
import lightMode from '@material-symbols/svg-400/rounded/light_mode.svg';
import link from '@material-symbols/svg-400/rounded/link.svg';
import linkOff from '@material-symbols/svg-400/rounded/link_off.svg';
import localShipping from '@material-symbols/svg-400/rounded/local_shipping.svg';
import lock from '@material-symbols/svg-400/rounded/lock.svg';
import lockOpen from '@material-symbols/svg-400/rounded/lock_open.svg';
import logout from '@material-symbols/svg-400/rounded/logout.svg';
import manageAccounts from '@material-symbols/svg-400/rounded/manage_accounts.svg';
import markEmailRead from '@material-symbols/svg-400/rounded/mark_email_read.svg';
import menu from '@material-symbols/svg-400/rounded/menu.svg';
import menuOpen from '@material-symbols/svg-400/rounded/menu_open.svg';
import moreVert from '@material-symbols/svg-400/rounded/more_vert.svg';
import openInNew from '@material-symbols/svg-400/rounded/open_in_new.svg';
import outgoingMail from '@material-symbols/svg-400/rounded/outgoing_mail.svg';
import package2 from '@material-symbols/svg-400/rounded/package_2.svg';
import panToolAlt from '@material-symbols/svg-400/rounded/pan_tool_alt.svg';
import password from '@material-symbols/svg-400/rounded/password.svg';
import payments from '@material-symbols/svg-400/rounded/payments.svg';
import merge from '@material-symbols/svg-400/rounded/merge.svg';
import person from '@material-symbols/svg-400/rounded/person.svg';
import personAdd from '@material-symbols/svg-400/rounded/person_add.svg';
import policy from '@material-symbols/svg-400/rounded/policy.svg';
import refresh from '@material-symbols/svg-400/rounded/refresh.svg';
import reply from '@material-symbols/svg-400/rounded/reply.svg';
import rightPanelClose from '@material-symbols/svg-400/rounded/right_panel_close.svg';
import rightPanelOpen from '@material-symbols/svg-400/rounded/right_panel_open.svg';
import schedule from '@material-symbols/svg-400/rounded/schedule.svg';
import school from '@material-symbols/svg-400/rounded/school.svg';
import search from '@material-symbols/svg-400/rounded/search.svg';
import sell from '@material-symbols/svg-400/rounded/sell.svg';
import send from '@material-symbols/svg-400/rounded/send.svg';
import shield from '@material-symbols/svg-400/rounded/shield.svg';
import sync from '@material-symbols/svg-400/rounded/sync.svg';
import taskAlt from '@material-symbols/svg-400/rounded/task_alt.svg';
import translate from '@material-symbols/svg-400/rounded/translate.svg';
import undo from '@material-symbols/svg-400/rounded/undo.svg';
import uploadFile from '@material-symbols/svg-400/rounded/upload_file.svg';
import verifiedUser from '@material-symbols/svg-400/rounded/verified_user.svg';
import visibilityOff from '@material-symbols/svg-400/rounded/visibility_off.svg';
import wifiOff from '@material-symbols/svg-400/rounded/wifi_off.svg';
import filterList from '@material-symbols/svg-400/rounded/filter_list.svg';
import arrowUpward from '@material-symbols/svg-400/rounded/arrow_upward.svg';
import hourglassEmpty from '@material-symbols/svg-400/rounded/hourglass_empty.svg';
import arrowDownward from '@material-symbols/svg-400/rounded/arrow_downward.svg';
import addLink from '@material-symbols/svg-400/rounded/add_link.svg';
import alarm from '@material-symbols/svg-400/rounded/alarm.svg';
import assignmentInd from '@material-symbols/svg-400/rounded/assignment_ind.svg';
import event from '@material-symbols/svg-400/rounded/event.svg';
import flag from '@material-symbols/svg-400/rounded/flag.svg';
import forward from '@material-symbols/svg-400/rounded/forward.svg';
import report from '@material-symbols/svg-400/rounded/report.svg';
import snooze from '@material-symbols/svg-400/rounded/snooze.svg';
import timer from '@material-symbols/svg-400/rounded/timer.svg';
import tune from '@material-symbols/svg-400/rounded/tune.svg';
import block from '@material-symbols/svg-400/rounded/block.svg';
import call from '@material-symbols/svg-400/rounded/call.svg';
import coffee from '@material-symbols/svg-400/rounded/coffee.svg';
import groups from '@material-symbols/svg-400/rounded/groups.svg';
import handyman from '@material-symbols/svg-400/rounded/handyman.svg';
import mail from '@material-symbols/svg-400/rounded/mail.svg';

/** The icons in use, each a few hundred bytes of SVG: an icon font of all of them weighs megabytes. */
export const icons = {
  keyboard_arrow_up: keyboardArrowUp,
  block,
  arrow_downward: arrowDownward,
  hourglass_empty: hourglassEmpty,
  arrow_upward: arrowUpward,
  filter_list: filterList,
  call,
  coffee,
  groups,
  handyman,
  merge,
  mail,
  attach_file: attachFile,
  chevron_left: chevronLeft,
  description,
  download,
  image,
  movie,
  picture_as_pdf: pictureAsPdf,
  play_circle: playCircle,
  account_circle: accountCircle,
  add,
  admin_panel_settings: adminPanelSettings,
  arrow_back: arrowBack,
  assignment_return: assignmentReturn,
  auto_delete: autoDelete,
  calendar_month: calendarMonth,
  check,
  chevron_right: chevronRight,
  close,
  cloud_off: cloudOff,
  content_copy: contentCopy,
  contrast,
  dark_mode: darkMode,
  delete: deleteIcon,
  devices,
  done_all: doneAll,
  edit_note: editNote,
  error,
  forum,
  waving_hand: wavingHand,
  gpp_maybe: gppMaybe,
  help,
  history,
  inbox,
  info,
  keyboard,
  keyboard_arrow_down: keyboardArrowDown,
  language,
  light_mode: lightMode,
  link,
  link_off: linkOff,
  local_shipping: localShipping,
  lock,
  lock_open: lockOpen,
  logout,
  manage_accounts: manageAccounts,
  mark_email_read: markEmailRead,
  menu,
  menu_open: menuOpen,
  more_vert: moreVert,
  open_in_new: openInNew,
  outgoing_mail: outgoingMail,
  package_2: package2,
  pan_tool_alt: panToolAlt,
  password,
  payments,
  person,
  person_add: personAdd,
  policy,
  refresh,
  reply,
  right_panel_close: rightPanelClose,
  right_panel_open: rightPanelOpen,
  schedule,
  school,
  search,
  sell,
  send,
  shield,
  sync,
  task_alt: taskAlt,
  translate,
  undo,
  upload_file: uploadFile,
  verified_user: verifiedUser,
  visibility_off: visibilityOff,
  wifi_off: wifiOff,
  quickreply,
  schedule_send: scheduleSend,
  star,
  bolt,
  automation,
  rule,
  add_link: addLink,
  alarm,
  assignment_ind: assignmentInd,
  event,
  flag,
  forward,
  report,
  snooze,
  timer,
  tune,
};
export type IconName = keyof typeof icons;

export function provideIcons(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const registry = inject(MatIconRegistry);
    const sanitizer = inject(DomSanitizer);
    for (const [name, svg] of Object.entries(icons)) {
      registry.addSvgIconLiteral(name, sanitizer.bypassSecurityTrustHtml(svg));
    }
  });
}
