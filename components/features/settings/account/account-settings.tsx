import { PasskeySection } from "./passkey-section";
import { PasswordForm } from "./password-form";
import { PreferencesForm } from "./preferences-form";
import { ProfileForm } from "./profile-form";
import { SecondStepSection } from "./second-step-section";
import { SessionList } from "./session-list";

/** What belongs to the person, in whichever organization they work. */
export function AccountSettings({ name, email }: { name: string; email: string }) {
  return (
    <>
      <ProfileForm name={name} email={email} />
      <PreferencesForm />
      <PasswordForm />
      <SecondStepSection email={email} />
      <PasskeySection />
      <SessionList />
    </>
  );
}
