// A SCIM endpoint of the npm packages scimmy and scimmy-routers, with its resources in memory.
import crypto from "node:crypto";
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

function keep(table, key) {
    return {
        ingress(resource, data) {
            const given = JSON.parse(JSON.stringify(data));
            const taken = [...table.values()].some(
                (item) => item.id !== resource.id
                    && String(item[key]).toLowerCase() === String(given[key]).toLowerCase());
            if (taken) throw new SCIMMY.Types.Error(409, "uniqueness", `${key} is taken`);
            if (resource.id && !table.has(resource.id)) {
                throw new SCIMMY.Types.Error(404, null, `there is no ${resource.id}`);
            }
            const id = resource.id ?? crypto.randomUUID();
            const made = {...given, id};
            table.set(id, made);
            return made;
        },
        egress(resource) {
            if (resource.id) {
                if (!table.has(resource.id)) {
                    throw new SCIMMY.Types.Error(404, null, `there is no ${resource.id}`);
                }
                return table.get(resource.id);
            }
            const all = [...table.values()];
            return resource.filter ? resource.filter.match(all) : all;
        },
        degress(resource) {
            if (!table.delete(resource.id)) {
                throw new SCIMMY.Types.Error(404, null, `there is no ${resource.id}`);
            }
        },
    };
}

SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false);
SCIMMY.Resources.declare(SCIMMY.Resources.User, keep(new Map(), "userName"));
SCIMMY.Resources.declare(SCIMMY.Resources.Group, keep(new Map(), "displayName"));

const app = express();
app.use("/scim", new SCIMMYRouters({
    type: "bearer",
    handler(request) {
        if (request.header("Authorization") !== "Bearer right-token") {
            throw new Error("the token is not accepted");
        }
        return "graphsync";
    },
}));
const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
