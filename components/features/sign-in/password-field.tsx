"use client";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { TextField, type TextFieldProps } from "@/components/ui/text-field";

/** A password box that can be shown. Nothing forbids pasting, so password managers work. */
export function PasswordField(props: TextFieldProps) {
  const t = useWords("signIn");
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="none"
      autoCorrect="off"
      trailing={
        <IconButton
          label={t(shown ? "hidePassword" : "showPassword")}
          icon={shown ? <EyeOff /> : <Eye />}
          size="sm"
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
