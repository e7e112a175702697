import "server-only";
import { createProject } from "@/server/services/project/create-project";
import { editProject } from "@/server/services/project/edit-project";
import { listProjects } from "@/server/services/project/list-projects";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { commandProcedure, queryProcedure, router } from "../init";

export const projectRouter = router({
  list: queryProcedure(listProjects),
  create: commandProcedure(createProject),
  edit: commandProcedure(editProject),
  saveCustomFields: commandProcedure(saveCustomFields),
});
